package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole way over HTTP on a real PostgreSQL: set up, look, book, change, audit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
abstract class BookingJourney {

  private TestServer server;
  private Client admin;
  private Practice practice;

  /** The application on the PostgreSQL that this journey is made on. */
  abstract TestServer server();

  @BeforeAll
  void start() {
    server = server();
    admin = server.admin();
    practice = new Practice(admin);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void booksAndReadsItsOwnBooking() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String slot = doctor.slots(admin).get(3).path("startsAt").asString();

    Answer booked = admin.post("/api/appointments", doctor.booking(patient, slot)).expect(201);

    assertThat(booked.text("status")).isEqualTo("confirmed");
    assertThat(booked.header("Location"))
        .hasValue("/api/appointments/" + booked.text("appointmentId"));
    assertThat(doctor.slots(admin).findValuesAsString("startsAt")).doesNotContain(slot);
    assertThat(admin.get(booked.header("Location").orElseThrow()).expect(200).text("startsAt"))
        .isEqualTo(slot);
    admin
        .post("/api/appointments", doctor.booking(practice.patient(), slot))
        .expect(409, "SLOT_TAKEN");
  }

  @Test
  void confirmsMovesAndCompletesARequest() {
    Practice.Doctor doctor = practice.doctor(Map.of("requiresConfirmation", true));
    String patient = practice.patient();
    var slots = doctor.slots(admin);
    Answer booked =
        admin
            .post(
                "/api/appointments",
                doctor.booking(patient, slots.get(0).path("startsAt").asString()))
            .expect(201);
    String path = booked.header("Location").orElseThrow();
    assertThat(booked.text("status")).isEqualTo("pending");
    admin.post(path + "/complete", null).expect(422, "INVALID_TRANSITION");
    admin.post(path + "/confirm", Map.of("reason", "Welcome")).expect(200);
    String later = slots.get(5).path("startsAt").asString();
    assertThat(
            admin
                .post(path + "/reschedule", Map.of("startsAt", later, "reason", "Later please"))
                .expect(200)
                .text("startsAt"))
        .isEqualTo(later);
    admin.post(path + "/complete", null).expect(422, "NOT_BEGUN");
    admin.post(path + "/cancel", null).expect(200);

    assertThat(actions(path))
        .containsSubsequence("booked", "confirmed", "rescheduled", "cancelled");
  }

  @Test
  void completesAVisitThatHasBegunAndTakesAMistakeBack() {
    Practice.Doctor doctor = practice.doctor();
    String path = doctor.begun(admin, practice.patient()).header("Location").orElseThrow();
    admin.post(path + "/no-show", null).expect(200);
    admin.post(path + "/reopen", null).expect(400);
    admin.post(path + "/reopen", Map.of("reason", " ")).expect(400, "INVALID_REQUEST");
    Answer reopened = admin.post(path + "/reopen", Map.of("reason", "She was early")).expect(200);
    assertThat(reopened.text("status")).isEqualTo("confirmed");
    admin.post(path + "/complete", null).expect(200);
    admin.post(path + "/cancel", null).expect(422, "INVALID_TRANSITION");

    assertThat(actions(path)).containsSubsequence("booked", "no_show", "reopened", "completed");
  }

  private List<String> actions(String path) {
    return admin
        .get(path + "/timeline")
        .expect(200)
        .body()
        .path("entries")
        .findValuesAsString("action");
  }
}
