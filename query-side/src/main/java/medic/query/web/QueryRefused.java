package medic.query.web;

import medic.http.ApiException;
import medic.http.FieldError;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A question that cannot be answered. Its details survive the way from another node. */
public final class QueryRefused extends QueryExecutionException {

  /** What an endpoint answers with. */
  public record Problem(int status, String code, String detail, @Nullable String field) {

    ApiException toException() {
      HttpStatus answer = HttpStatus.valueOf(status);
      return field == null
          ? new ApiException(answer, code, detail)
          : new ApiException(answer, code, detail, new FieldError(field, code, detail));
    }
  }

  public QueryRefused(HttpStatus status, String code, String detail) {
    this(status, code, detail, null);
  }

  /** A question of which one parameter is at fault. */
  public QueryRefused(HttpStatus status, String code, String detail, @Nullable String field) {
    super(detail, null, new Problem(status.value(), code, detail, field), false);
  }

  /** As an endpoint in the same process answers it. */
  public ApiException toProblem() {
    return this.<Problem>getDetails().orElseThrow().toException();
  }

  public static QueryRefused notFound(String what) {
    return new QueryRefused(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no such " + what + ".");
  }
}
