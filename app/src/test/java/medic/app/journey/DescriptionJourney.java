package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import medic.command.RefusalCode;
import medic.http.Access;
import medic.http.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.JsonNode;

/** Every route is described where clients look for it, with all that it answers. */
@Tag("server")
abstract class DescriptionJourney extends Journey {

  private final Description description;

  DescriptionJourney(TestServer server) {
    super(server);
    description = Description.of(server);
  }

  @Test
  void describesEveryRoute() {
    assertThat(description.root().path("openapi").asString()).startsWith("3.1");
    for (Routes.Route route : Routes.of(server)) {
      if (!route.method().equals("*")) {
        assertThat(description.operation(route.method(), route.path()).isObject())
            .as(route.toString())
            .isTrue();
      }
    }
    assertThat(server.anonymous().get("/swagger-ui/index.html").expect(200).raw().body())
        .contains("swagger");
  }

  @Test
  void declaresTheProblemsThatARouteCanAnswer() {
    for (Routes.Route route : Routes.of(server)) {
      if (!route.method().equals("*")) {
        Set<String> problems = new TreeSet<>(description.statuses(route.method(), route.path()));
        problems.removeIf(status -> status.startsWith("2"));
        assertThat(problems).as(route.toString()).isEqualTo(problems(route));
      }
    }
  }

  /** What a route answers that its shape does not tell of. */
  private static final Map<String, Set<String>> BESIDE =
      Map.of(
          "/api/auth/token", Set.of("401"),
          "/api/auth/invitations/accept", Set.of("404", "409"),
          "/api/audit/proof", Set.of("404"),
          "/api/doctors/{doctorId}/availability", Set.of("422"),
          "/api/doctors/{doctorId}/availability/stream", Set.of("422"),
          "/api/doctors/{doctorId}/visits-hit", Set.of("422"),
          "/api/calendar-connections/google/notifications", Set.of("404"),
          "/api/notifications/sms/inbound", Set.of("403", "404"),
          "/api/notifications/sms/status/{notificationId}", Set.of("403"),
          "/api/calendar-connections/google/callback", Set.of("404", "409", "422"));

  private static boolean takesBody(Routes.Route route) {
    return Arrays.stream(route.handler().getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
  }

  private static boolean saysWhatWasRead(Routes.Route route) {
    return Arrays.stream(route.handler().getMethodParameters())
        .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
        .anyMatch(header -> header != null && header.name().equals("If-Match"));
  }

  private Set<String> problems(Routes.Route route) {
    Set<String> problems = new TreeSet<>(Set.of("400", "429", "503", "default"));
    if (route.path().contains("{")) {
      problems.add("404");
    }
    if (takesBody(route)) {
      problems.addAll(Set.of("408", "413", "415"));
    }
    if (saysWhatWasRead(route)) {
      problems.add("412");
    }
    Access access = route.handler().getMethodAnnotation(Access.class);
    if (access != null) {
      problems.add("401");
      if (access.value().length < Role.values().length) {
        problems.add("403");
      }
      if (access.own() != Access.Own.NOTHING) {
        problems.add("404");
      }
      if (!route.isRead()) {
        problems.addAll(Set.of("409", "422"));
      }
    }
    problems.addAll(BESIDE.getOrDefault(route.path(), Set.of()));
    return problems;
  }

  @Test
  void everyRouteTellsHowItSucceeds() {
    for (Routes.Route route : Routes.of(server)) {
      if (!route.method().equals("*")) {
        JsonNode responses = description.operation(route.method(), route.path()).path("responses");
        assertThat(responses.propertyNames())
            .as(route.toString())
            .anyMatch(status -> status.startsWith("2"));
        assertThat(responses.path("204").has("content")).as(route.toString()).isFalse();
        if (responses.has("201")) {
          assertThat(responses.at("/201/headers/Location").isObject())
              .as(route.toString())
              .isTrue();
        }
      }
    }
  }

  /** A handful; all that the authorization matrix is answered is compared as well. */
  @Test
  void succeedsAsDeclared() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String visits = "/api/appointments";

    Answer booked = book(doctor, patient, start(doctor, 3));
    assertDeclared("POST", visits, booked.expect(201));
    assertThat(booked.header("Location")).isPresent();
    String visit = booked.header("Location").orElseThrow();
    assertDeclared("POST", visits + "/{appointmentId}/cancel", admin.post(visit + "/cancel", null));
    assertDeclared(
        "DELETE",
        "/api/doctors/{doctorId}/appointment-types/{appointmentTypeId}",
        admin.delete(doctor.path("/appointment-types/" + doctor.addType(Map.of()))).expect(204),
        "200");
    assertDeclared(
        "POST",
        "/api/patients/{patientId}/erase",
        admin.post(
            "/api/patients/" + practice.patient() + "/erase", Map.of("ground", "patient_request")));
  }

  /**
   * @param others the statuses of success that the route may answer instead
   */
  private void assertDeclared(String method, String path, Answer answer, String... others) {
    assertThat(answer.status()).as(answer.raw().body()).isBetween(200, 299);
    List<String> all = new ArrayList<>(List.of(others));
    all.add(Integer.toString(answer.status()));
    assertThat(description.statuses(method, path).stream().filter(s -> s.startsWith("2")))
        .as(method + " " + path)
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void describesProblemsOnce() {
    JsonNode components = description.root().path("components");
    JsonNode problem = components.at("/schemas/Problem");
    assertThat(problem.path("properties").propertyNames())
        .containsExactlyInAnyOrder("type", "title", "status", "detail", "code", "errors");
    assertThat(problem.path("required").values())
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrder("type", "title", "status", "detail", "code");
    assertThat(components.at("/schemas/FieldError/properties").propertyNames())
        .containsExactlyInAnyOrder("field", "code", "message");
    for (JsonNode response : components.path("responses")) {
      assertThat(response.at("/content/application~1problem+json/schema/$ref").asString())
          .isEqualTo("#/components/schemas/Problem");
    }
    assertThat(components.at("/responses/UNAVAILABLE/headers").has("Retry-After")).isTrue();
    assertThat(components.at("/responses/TOO_MANY_REQUESTS/headers").has("Retry-After")).isTrue();
    for (RefusalCode code : RefusalCode.values()) {
      String response = code.kind().name();
      if (code.kind() != RefusalCode.Kind.UNKNOWN) {
        assertThat(components.path("responses").path(response).path("description").asString())
            .contains(code.name());
      }
    }
  }

  @Test
  void describesTheKeyOnceAndWhoNeedsAToken() {
    String key = "#/components/parameters/Idempotency-Key";
    assertThat(description.root().at("/components/parameters/Idempotency-Key/schema/maxLength"))
        .hasToString("200");
    assertThat(
            description
                .operation("POST", "/api/appointments")
                .path("parameters")
                .findValuesAsString("$ref"))
        .containsExactly(key);
    assertThat(description.root().at("/components/securitySchemes/bearer/scheme").asString())
        .isEqualTo("bearer");
    assertThat(description.root().at("/security/0").has("bearer")).isTrue();
    assertThat(description.root().at("/components/schemas/Token/properties").propertyNames())
        .contains("accessToken");
    JsonNode open = description.operation("POST", "/api/auth/token").path("security");
    assertThat(open.isArray() && open.isEmpty()).isTrue();
    assertThat(description.operation("POST", "/api/appointments").has("security")).isFalse();
  }
}
