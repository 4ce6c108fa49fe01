package medic.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Done: 200 with what there is to tell of it, 204 where that is nothing. */
public final class Told<B> extends ResponseEntity<B> {

  public Told(@Nullable B body, HttpHeaders headers) {
    super(body, headers, body == null ? HttpStatus.NO_CONTENT : HttpStatus.OK);
  }
}
