package medic.query;

import medic.http.ApiException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.springframework.http.HttpStatus;

/** A question that cannot be answered. Its details survive the way from another node. */
public final class QueryRefused extends QueryExecutionException {

  /** What an endpoint answers with. */
  public record Problem(int status, String code, String detail) {

    ApiException toException() {
      return new ApiException(HttpStatus.valueOf(status), code, detail);
    }
  }

  public QueryRefused(HttpStatus status, String code, String detail) {
    super(detail, null, new Problem(status.value(), code, detail), false);
  }

  /** As an endpoint in the same process answers it. */
  public ApiException toProblem() {
    return this.<Problem>getDetails().orElseThrow().toException();
  }

  public static QueryRefused notFound(String what) {
    return new QueryRefused(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no such " + what + ".");
  }
}
