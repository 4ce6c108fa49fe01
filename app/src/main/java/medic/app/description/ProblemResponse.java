package medic.app.description;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.stream.Collectors;
import medic.command.RefusalCode;
import medic.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The problems (RFC 9457) that operations answer: each described once and referred to. */
enum ProblemResponse {
  BAD_REQUEST("400", "The request is malformed; errors names the bad fields."),
  UNAUTHENTICATED("401", "The token, or username and password, are missing or not valid."),
  FORBIDDEN("403", "This caller's role may not do that."),
  NOT_FOUND("404", "It does not exist, or not for this caller."),
  BODY_TOO_SLOW("408", "The body did not arrive in time."),
  CONFLICT(
      "409",
      "Somebody else came first; fresh state may answer otherwise. Codes of the domain: "
          + codes(RefusalCode.Kind.CONFLICT)),
  OUTDATED(
      "412",
      "It is not as it was when it was read (If-Match). Codes of the domain: "
          + codes(RefusalCode.Kind.OUTDATED)),
  BODY_TOO_LARGE("413", "The body is too large."),
  NOT_JSON("415", "The body is of a format that is not read: send JSON."),
  RULE("422", "A rule of the domain says no. Codes of the domain: " + codes(RefusalCode.Kind.RULE)),
  TOO_MANY_REQUESTS("429", "Too many requests or attempts: wait a while."),
  UNAVAILABLE("503", "A part of the system is down, or what was written cannot be read yet."),
  OTHER(ApiResponses.DEFAULT, "Any other failure.");

  private final String status;
  private final String meaning;

  ProblemResponse(String status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  static ProblemResponse of(HttpStatus status) {
    String wanted = Integer.toString(status.value());
    return Arrays.stream(values())
        .filter(problem -> problem.status.equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  /** As it stands among the description's components. */
  ApiResponse described() {
    Schema<?> problem = new Schema<>().$ref(Problem.class.getSimpleName());
    ApiResponse response =
        new ApiResponse()
            .description(meaning)
            .content(
                new Content()
                    .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(problem)));
    return this == TOO_MANY_REQUESTS || this == UNAVAILABLE
        ? response.addHeaderObject(
            HttpHeaders.RETRY_AFTER,
            new Header()
                .description("Seconds until another try is worth it, where that is known.")
                .schema(new IntegerSchema()))
        : response;
  }

  void referTo(ApiResponses responses) {
    responses.addApiResponse(status, new ApiResponse().$ref(name()));
  }

  private static String codes(RefusalCode.Kind kind) {
    return Arrays.stream(RefusalCode.values())
        .filter(code -> code.kind() == kind)
        .map(Enum::name)
        .collect(Collectors.joining(", ", "", "."));
  }
}
