package medic.app.description;

import static medic.app.description.ProblemResponse.BAD_REQUEST;
import static medic.app.description.ProblemResponse.BODY_TOO_LARGE;
import static medic.app.description.ProblemResponse.BODY_TOO_SLOW;
import static medic.app.description.ProblemResponse.CONFLICT;
import static medic.app.description.ProblemResponse.FORBIDDEN;
import static medic.app.description.ProblemResponse.NOT_FOUND;
import static medic.app.description.ProblemResponse.NOT_JSON;
import static medic.app.description.ProblemResponse.OTHER;
import static medic.app.description.ProblemResponse.OUTDATED;
import static medic.app.description.ProblemResponse.RULE;
import static medic.app.description.ProblemResponse.TOO_MANY_REQUESTS;
import static medic.app.description.ProblemResponse.UNAUTHENTICATED;
import static medic.app.description.ProblemResponse.UNAVAILABLE;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import medic.http.Access;
import medic.http.IfMatch;
import medic.http.KeyHeader;
import medic.http.MayAnswer;
import medic.http.Role;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Derives from an endpoint's method what its operation answers, and whom. */
final class OperationRules implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod endpoint) {
    operation.setResponses(SuccessResponses.of(endpoint, operation.getResponses()));
    problems(operation, endpoint).forEach(problem -> problem.referTo(operation.getResponses()));
    FilterParameters.spread(operation, endpoint);
    parameters(operation).replaceAll(OperationRules::describedOnce);
    if (!endpoint.hasMethodAnnotation(Access.class)) {
      operation.setSecurity(List.of());
    }
    return operation;
  }

  private static Set<ProblemResponse> problems(Operation operation, HandlerMethod endpoint) {
    Set<ProblemResponse> problems = EnumSet.of(BAD_REQUEST, TOO_MANY_REQUESTS, UNAVAILABLE, OTHER);
    if (parameters(operation).stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
      problems.add(NOT_FOUND);
    }
    if (parameters(operation).stream().anyMatch(OperationRules::saysWhatWasRead)) {
      problems.add(OUTDATED);
    }
    if (operation.getRequestBody() != null) {
      problems.addAll(Set.of(BODY_TOO_SLOW, BODY_TOO_LARGE, NOT_JSON));
    }
    Access access = endpoint.getMethodAnnotation(Access.class);
    if (access != null) {
      problems.addAll(ofCallers(access));
      if (!endpoint.hasMethodAnnotation(GetMapping.class)) {
        problems.addAll(Set.of(CONFLICT, RULE));
      }
    }
    MayAnswer more = endpoint.getMethodAnnotation(MayAnswer.class);
    if (more != null) {
      Stream.of(more.value()).map(ProblemResponse::of).forEach(problems::add);
    }
    return problems;
  }

  private static Set<ProblemResponse> ofCallers(Access access) {
    Set<ProblemResponse> problems = EnumSet.of(UNAUTHENTICATED);
    if (!Set.of(access.value()).containsAll(Set.of(Role.values()))) {
      problems.add(FORBIDDEN);
    }
    if (access.own() != Access.Own.NOTHING) {
      problems.add(NOT_FOUND);
    }
    return problems;
  }

  private static List<Parameter> parameters(Operation operation) {
    return Objects.requireNonNullElseGet(operation.getParameters(), ArrayList::new);
  }

  private static Parameter describedOnce(Parameter parameter) {
    return KeyHeader.NAME.equals(parameter.getName()) || saysWhatWasRead(parameter)
        ? new Parameter().$ref(parameter.getName())
        : parameter;
  }

  private static boolean saysWhatWasRead(Parameter parameter) {
    return IfMatch.NAME.equals(parameter.getName());
  }
}
