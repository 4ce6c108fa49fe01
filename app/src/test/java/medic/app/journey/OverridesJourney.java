package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import medic.app.messages.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the practice may do that patients may not, and how it is seen afterwards. */
@Tag("server")
abstract class OverridesJourney extends Journey {

  private static final String REASON = "She is in pain";

  private final Client auditor;

  OverridesJourney(TestServer server) {
    super(server);
    auditor = server.auditor();
  }

  /** The start of the next half hour but one: inside any notice. */
  private static String soon() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    return now.plus(2, ChronoUnit.HOURS).toString();
  }

  private Map<String, Object> booking(Practice.Doctor doctor, String startsAt, String reason) {
    Map<String, Object> body = doctor.booking(practice.patient(), startsAt);
    if (reason != null) {
      body.put("reason", reason);
    }
    return body;
  }

  @Test
  void aDoctorPutsDownAWalkInInsideTheirOwnNotice() {
    Practice.Doctor doctor = practice.doctor(Map.of("minNoticeMinutes", 10_000));
    Client self = server.anonymous().login(doctor.login(), Practice.PASSWORD);

    Answer refused =
        self.post("/api/appointments", booking(doctor, soon(), null))
            .expect(422, "TOO_SHORT_NOTICE");
    assertThat(refused.text("detail")).endsWith("give a reason.");
    Answer booked = self.post("/api/appointments", booking(doctor, soon(), REASON)).expect(201);

    JsonNode entry = deeds(self, "/api/appointments/" + booked.text("appointmentId")).get(0);
    assertThat(entry.path("reason").asString()).isEqualTo(REASON);
    assertThat(entry.path("metadata").path("overridden").toString()).isEqualTo("[\"notice\"]");
  }

  @Test
  void aPatientOverridesNothing() {
    Practice.Doctor doctor = practice.doctor(Map.of("minNoticeMinutes", 10_000));
    String login = "p." + doctor.id;
    String patient = practice.patient(login);
    Client self = server.anonymous().login(login, Practice.PASSWORD);
    Map<String, Object> body = doctor.booking(patient, soon());
    body.put("reason", REASON);

    self.post("/api/appointments", body).expect(422, "TOO_SHORT_NOTICE");
    body.put("override", List.of("notice"));
    self.post("/api/appointments", body).expect(400, "INVALID_REQUEST");
    self.post("/api/appointments/overbook", body).expect(403);
  }

  @Test
  void hoursAreOverriddenByNameAndConflictsByOverbooking() {
    Practice.Doctor doctor = practice.doctor();
    String offTheGrid = Instant.parse(start(doctor, 6)).plusSeconds(420).toString();
    Map<String, Object> body = booking(doctor, offTheGrid, REASON);
    admin.post("/api/appointments", body).expect(422, "NOT_OFFERED");
    body.put("override", List.of("conflict"));
    admin.post("/api/appointments", body).expect(400, "INVALID_REQUEST");
    body.put("override", List.of("hours"));
    Answer first = admin.post("/api/appointments", body).expect(201);

    Map<String, Object> beside = booking(doctor, start(doctor, 20), REASON);
    admin.post("/api/appointments", beside).expect(201);
    Map<String, Object> over = booking(doctor, beside.get("startsAt").toString(), null);
    admin.post("/api/appointments/overbook", over).expect(400, "INVALID_REQUEST");
    over.put("reason", REASON);
    Answer second = admin.post("/api/appointments/overbook", over).expect(201);

    Map<String, Object> there = Map.of("startsAt", beside.get("startsAt"), "reason", REASON);
    String move = "/api/appointments/" + first.text("appointmentId");
    admin.post(move + "/reschedule", there).expect(409, "SLOT_TAKEN");
    Answer moved = admin.post(move + "/overbook", there).expect(200);
    assertThat(moved.body().path("rescheduleCount").asInt()).isZero();
    Await.until(
        () -> overbooked(doctor),
        List.of(second.text("appointmentId"), first.text("appointmentId"))::equals);
  }

  private List<String> overbooked(Practice.Doctor doctor) {
    return auditor
        .get("/api/audit/events?action=doctor_overbooked&doctorId=" + doctor.id)
        .expect(200)
        .body()
        .path("items")
        .findValuesAsString("appointmentId")
        .stream()
        .distinct()
        .toList();
  }
}
