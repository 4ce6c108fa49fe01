package medic.app.description;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import medic.http.Accepted;
import medic.http.Created;
import medic.http.MayCreate;
import medic.http.NoContent;
import medic.http.Told;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** What an operation answers when all is well: its status is told by the type of the answer. */
final class SuccessResponses {

  private SuccessResponses() {}

  /** Of what was found out about the answer, which is right but for its status. */
  static ApiResponses of(HandlerMethod endpoint, ApiResponses found) {
    ApiResponse answer =
        found.entrySet().stream()
            .filter(response -> response.getKey().startsWith("2"))
            .findFirst()
            .orElseThrow()
            .getValue();
    ApiResponses all = new ApiResponses();
    for (HttpStatus status : statuses(endpoint)) {
      all.addApiResponse(Integer.toString(status.value()), response(status, endpoint, answer));
    }
    return all;
  }

  private static List<HttpStatus> statuses(HandlerMethod endpoint) {
    Class<?> answer = endpoint.getMethod().getReturnType();
    ResponseStatus told =
        AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), ResponseStatus.class);
    if (endpoint.hasMethodAnnotation(MayCreate.class)) {
      return List.of(HttpStatus.OK, HttpStatus.CREATED);
    }
    if (told != null) {
      return List.of(told.code());
    }
    if (answer == Created.class) {
      return List.of(HttpStatus.CREATED);
    }
    if (answer == Accepted.class) {
      return List.of(HttpStatus.ACCEPTED);
    }
    if (answer == Told.class) {
      return List.of(HttpStatus.OK, HttpStatus.NO_CONTENT);
    }
    return List.of(answer == NoContent.class ? HttpStatus.NO_CONTENT : HttpStatus.OK);
  }

  private static ApiResponse response(
      HttpStatus status, HandlerMethod endpoint, ApiResponse answer) {
    ApiResponse response = new ApiResponse().description(status.getReasonPhrase());
    if (status != HttpStatus.NO_CONTENT) {
      response.content(answer.getContent());
    }
    boolean located =
        status == HttpStatus.CREATED || endpoint.getMethod().getReturnType() == Accepted.class;
    return located ? response.addHeaderObject(HttpHeaders.LOCATION, location()) : response;
  }

  private static Header location() {
    return new Header()
        .description("Where the new thing, or what becomes of the request, is.")
        .required(true)
        .schema(new StringSchema().format("uri-reference"));
  }
}
