package medic.http;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** 202 and where to see what becomes of it. */
public final class Accepted<B> extends ResponseEntity<B> {

  public Accepted(String path, B body, HttpHeaders headers) {
    super(body, Created.located(path, headers), HttpStatus.ACCEPTED);
  }
}
