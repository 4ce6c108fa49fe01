package medic.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems, and answers with them from controllers and from filters alike. */
public final class Problems {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String BACK_IN_SECONDS = "5";

  private Problems() {}

  /** A problem of a status and code, with its bad fields. */
  public static Problem of(
      HttpStatusCode status, String code, String detail, FieldError... errors) {
    return Problem.of(status.value(), code, detail, List.of(errors));
  }

  /** A malformed request, with the fields that are bad. */
  public static Problem badRequest(List<FieldError> errors) {
    String detail =
        errors.isEmpty()
            ? "The request is malformed."
            : errors.get(0).field() + ": " + message(errors);
    return Problem.of(HttpStatus.BAD_REQUEST.value(), "INVALID_REQUEST", detail, errors);
  }

  /** The problem of a status about which nothing more is known. */
  public static Problem ofStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 400 -> of(status, "INVALID_REQUEST", "The request is malformed.");
      case 401 -> of(status, "UNAUTHENTICATED", "A valid bearer token is needed.");
      case 403 -> of(status, "FORBIDDEN", "This caller may not do that.");
      case 404 -> of(status, "NOT_FOUND", "There is nothing here.");
      case 405 -> of(status, "METHOD_NOT_ALLOWED", "This address does not take that method.");
      case 406 -> of(status, "NOT_ACCEPTABLE", "None of the accepted formats can be given.");
      case 408 -> of(status, "REQUEST_TIMEOUT", "The request took too long to arrive.");
      case 413 -> of(status, "BODY_TOO_LARGE", "The body is too large.");
      case 415 -> of(status, "UNSUPPORTED_MEDIA_TYPE", "Send this format as application/json.");
      case 429 -> of(status, "TOO_MANY_REQUESTS", "Too many requests: wait a while.");
      case 431 -> of(status, "HEADERS_TOO_LARGE", "The request's headers are too large.");
      case 501 -> of(status, "METHOD_NOT_ALLOWED", "This address does not take that method.");
      case 503 -> of(status, "UNAVAILABLE", "A part of the system is down: try again shortly.");
      default ->
          status.is4xxClientError()
              ? of(status, "INVALID_REQUEST", "The request cannot be answered.")
              : of(status, "INTERNAL_ERROR", "Something went wrong here.");
    };
  }

  /** The answer for a controller or an advice to return. */
  public static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    HttpHeaders all = HttpHeaders.copyOf(headers);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (isAway(problem) && !all.containsHeader(HttpHeaders.RETRY_AFTER)) {
      all.set(HttpHeaders.RETRY_AFTER, BACK_IN_SECONDS);
    }
    return new ResponseEntity<>(problem, all, HttpStatusCode.valueOf(problem.status()));
  }

  /** The same answer from a filter, which may stand before those that add headers. */
  public static void write(HttpServletResponse response, Problem problem) throws IOException {
    if (isAway(problem) && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, BACK_IN_SECONDS);
    }
    SecurityHeaders.addTo(response);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json(problem));
  }

  /** A refusal, answered from a filter. */
  public static void write(HttpServletResponse response, ApiException refusal) throws IOException {
    refusal
        .retryAfter()
        .ifPresent(
            wait -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
    write(response, of(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage())));
  }

  /** As it goes over the wire. */
  public static byte[] json(Problem problem) {
    return MAPPER.writeValueAsBytes(problem);
  }

  private static boolean isAway(Problem problem) {
    return problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value();
  }

  private static String message(List<FieldError> errors) {
    int others = errors.size() - 1;
    String first = errors.get(0).message();
    return others == 0 ? first : first + " (and " + others + " more)";
  }
}
