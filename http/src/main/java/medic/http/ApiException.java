package medic.http;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request that is answered with a problem (RFC 9457): status, stable code, detail, bad fields.
 */
public class ApiException extends RuntimeException {

  private final HttpStatus status;
  private final String code;
  private final transient List<FieldError> errors;

  public ApiException(HttpStatus status, String code, String detail, FieldError... errors) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = List.of(errors);
  }

  public static ApiException notFound(String what) {
    return new ApiException(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no such " + what + ".");
  }

  public static ApiException badField(String field, String code, String message) {
    return new ApiException(
        HttpStatus.BAD_REQUEST, "INVALID_REQUEST", message, new FieldError(field, code, message));
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }
}
