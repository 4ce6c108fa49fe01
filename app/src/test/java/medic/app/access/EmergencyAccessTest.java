package medic.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A doctor sees whom they treat; whoever breaks the glass is seen doing so. */
@Tag("server")
class EmergencyAccessTest {

  private static final Map<String, Object> REASON = Map.of("reason", "Found unconscious");

  private static TestServer server;
  private static Practice practice;

  private final Practice.Doctor doctor = practice.doctor();
  private final Client doctorsOwn = server.anonymous().login(doctor.login(), "long enough");
  private final String login = "p." + UUID.randomUUID().toString().substring(0, 8);
  private final String patient = practice.patient(login);
  private final Client patientsOwn = server.anonymous().login(login, "long enough");

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    practice = new Practice(server.admin());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void bookingAndCallingOffOpensNothing() {
    profile().expect(404);
    String startsAt = doctor.slots(server.admin()).path(5).path("startsAt").asString();
    String visit =
        doctorsOwn
            .post("/api/appointments", doctor.booking(patient, startsAt))
            .expect(201)
            .text("appointmentId");
    profile().expect(200);
    doctorsOwn.post("/api/appointments/" + visit + "/cancel", Map.of()).expect(200);

    profile().expect(404);
  }

  @Test
  void breakingTheGlassIsShownToThePatientWithItsReason() {
    Answer opened = doctorsOwn.post(emergency(), REASON).expect(201);

    profile().expect(200);
    assertThat(Instant.parse(opened.text("until")))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
    List<JsonNode> seen = Await.until(this::emergencies, entries -> !entries.isEmpty());
    assertThat(seen)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("reason").asString()).isEqualTo("Found unconscious");
              assertThat(entry.path("actorName").asString()).isEqualTo("Dr. Ada Test");
              assertThat(entry.path("doctorId").asString()).isEqualTo(doctor.id);
            });
    assertThat(
            server
                .auditor()
                .after(doctorsOwn)
                .get("/api/audit/events?action=emergency_access_taken&patientId=" + patient)
                .expect(200)
                .body()
                .at("/items/0/details/reason")
                .asString())
        .startsWith("p1." + patient); // as in all of the log, sealed
  }

  @Test
  void theSameRequestOpensItOnce() {
    Client retrying = doctorsOwn.with("Idempotency-Key", UUID.randomUUID().toString());
    String until = retrying.post(emergency(), REASON).expect(201).text("until");
    assertThat(retrying.post(emergency(), REASON).expect(201).text("until")).isEqualTo(until);

    Await.until(this::emergencies, entries -> !entries.isEmpty());
    profile().expect(200);
    assertThat(emergencies()).hasSize(1);
  }

  @Test
  void needsAReasonAPatientAndADoctor() {
    doctorsOwn.post(emergency(), Map.of()).expect(400);
    doctorsOwn.post(emergency(), Map.of("reason", " ")).expect(400);
    doctorsOwn.post(emergency(), Map.of("reason", "x".repeat(1001))).expect(400);
    doctorsOwn.post("/api/patients/" + UUID.randomUUID() + "/emergency-access", REASON).expect(404);
    patientsOwn.post(emergency(), REASON).expect(403);
    server.admin().post(emergency(), REASON).expect(403);
    server.auditor().post(emergency(), REASON).expect(403);
    server.anonymous().post(emergency(), REASON).expect(401);

    assertThat(emergencies()).isEmpty();
    profile().expect(404);
  }

  private Answer profile() {
    return doctorsOwn.get("/api/patients/" + patient);
  }

  private String emergency() {
    return "/api/patients/" + patient + "/emergency-access";
  }

  private List<JsonNode> emergencies() {
    return patientsOwn
        .get("/api/patients/" + patient + "/access")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(entry -> entry.path("action").asString().equals("emergency_access_taken"))
        .toList();
  }
}
