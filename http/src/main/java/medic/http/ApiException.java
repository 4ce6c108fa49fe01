package medic.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that is answered with a problem (RFC 9457): status, stable code, detail, bad fields.
 */
public class ApiException extends RuntimeException {

  private final HttpStatus status;
  private final String code;
  private final transient List<FieldError> errors;
  private final @Nullable Duration retryAfter;

  public ApiException(HttpStatus status, String code, String detail, FieldError... errors) {
    this(status, code, detail, null, errors);
  }

  private ApiException(
      HttpStatus status,
      String code,
      String detail,
      @Nullable Duration retryAfter,
      FieldError... errors) {
    super(detail, null, false, false);
    this.retryAfter = retryAfter;
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

  /** 503: what is asked for is not there now, and may be after a while. */
  public static ApiException unavailable(String code, String detail, Duration retryAfter) {
    return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, code, detail, retryAfter);
  }

  /** 429: asked too often, and heard again after a while. */
  public static ApiException tooMany(String code, String detail, Duration retryAfter) {
    return new ApiException(HttpStatus.TOO_MANY_REQUESTS, code, detail, retryAfter);
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

  /** When the same request is worth another try, if that is known; told in whole seconds. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
