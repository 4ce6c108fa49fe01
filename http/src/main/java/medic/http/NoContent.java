package medic.http;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** 204: done, and nothing to show. */
public final class NoContent extends ResponseEntity<Void> {

  public NoContent(HttpHeaders headers) {
    super(headers, HttpStatus.NO_CONTENT);
  }
}
