package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.BadRequests.BadRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with a request, it is answered with a problem that names the field, and nothing
 * is stored. What extends this runs inside {@link BadInputTest}, which starts a server for all of
 * it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
abstract class BadInput {

  static final String NOBODY = UUID.randomUUID().toString();
  static final Map<String, Object> LOGIN = Map.of("username", "left.behind");
  static final String USER = "login.username";
  static final String PASSWORD = "login.password";

  final TestServer server;
  final Client admin;
  final Practice.Doctor doctor;
  final Practice.Doctor other;
  final String patient;
  final String slot;
  final String appointment;

  BadInput(BadInputPractice practice) {
    server = practice.server;
    admin = practice.admin;
    doctor = practice.doctor;
    other = practice.other;
    patient = practice.patient;
    slot = practice.slot;
    appointment = practice.appointment;
  }

  /** Adds the requests, and stores what they need. */
  abstract void gather(BadRequests bad);

  List<BadRequest> requests() {
    BadRequests bad = new BadRequests();
    gather(bad);
    return bad.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void isRefusedAndLeavesNothing(BadRequest bad) {
    Stored before = Stored.in(server.dataSource());

    Answer answer = admin.send(bad.method(), bad.path(), bad.body());

    String told = bad + ": " + answer.raw().body();
    assertThat(answer.status()).as(told).isEqualTo(bad.status());
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.text("code")).isNotBlank();
    if (!bad.code().isEmpty()) {
      assertThat(answer.text("code")).as(told).isEqualTo(bad.code());
    }
    if (!bad.field().isEmpty()) {
      assertThat(answer.body().path("errors").findValuesAsString("field"))
          .as(told)
          .contains(bad.field());
    }
    assertThat(answer.text("detail")).isNotBlank();
    assertThat(answer.raw().body())
        .doesNotContain("Exception")
        .doesNotContain("\tat ")
        .doesNotContain("java.")
        .doesNotContain("medic.booking");
    assertThat(Stored.in(server.dataSource())).as(told).isEqualTo(before);
  }

  void unknownDoctor(BadRequests bad, String method, String rest, Map<String, Object> body) {
    bad.route(method, "/api/doctors/" + NOBODY + rest, body)
        .refused("unknown doctor", 404, "NOT_FOUND");
    bad.route(method, "/api/doctors/x" + rest, body).refused("no id", 400, "", "doctorId");
  }

  void unknownChild(
      BadRequests bad,
      String method,
      String rest,
      String foreign,
      String variable,
      Map<String, Object> body) {
    bad.route(method, doctor.path(rest + NOBODY), body).refused("unknown", 404, "NOT_FOUND");
    bad.route(method, doctor.path(rest + foreign), body).refused("foreign", 404, "NOT_FOUND");
    bad.route(method, doctor.path(rest + "x"), body).refused("no id", 400, "", variable);
  }
}
