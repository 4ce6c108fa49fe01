package medic.http;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * 201 and where the new thing is. That the type of an answer tells its status is what the API's
 * description goes by.
 */
public final class Created<B> extends ResponseEntity<B> {

  public Created(String path, B body, HttpHeaders headers) {
    super(body, located(path, headers), HttpStatus.CREATED);
  }

  static HttpHeaders located(String path, HttpHeaders headers) {
    HttpHeaders all = HttpHeaders.copyOf(headers);
    all.setLocation(URI.create(path));
    return all;
  }
}
