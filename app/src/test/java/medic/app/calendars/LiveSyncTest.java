package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.events.id.ConnectionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes at work by themselves, told by push, long before they would poll. */
@Tag("server")
class LiveSyncTest {

  private static Google google;
  private static TestServer server;
  private static TestServer second;
  private static Client admin;
  private static Calendars calendars;

  @BeforeAll
  static void start() {
    google = new Google(3);
    server = TestServer.start(google.settings());
    second = server.join(google.settings());
    admin = server.admin();
    calendars = new Calendars(server, google);
  }

  @AfterAll
  static void stop() {
    second.close();
    server.close();
    google.close();
  }

  @Test
  void hearsOfChangesAndTellsItsOwn() {
    Practice.Doctor doctor = new Practice(admin).doctor();
    String account = "live@example.org";
    ConnectionId connection = calendars.connect(doctor, account);
    Calendars.await(
        () ->
            calendars.number(
                    "select count(*) from work.calendar_channel"
                        + " where connection_id = ? and resource_id is not null",
                    connection.value())
                == 1);
    google.control("PUT", "settings", Map.of("pushCopies", 2));
    String taken = doctor.slots(admin).get(10).path("startsAt").asString();
    String entry = google.puts(account, taken, Instant.parse(taken).plusSeconds(1800).toString());
    Calendars.await(() -> !offers(doctor, taken));
    String start = doctor.slots(admin).get(20).path("startsAt").asString();
    String appointment =
        admin
            .post("/api/appointments", doctor.booking(new Practice(admin).patient(), start))
            .expect(201)
            .text("appointmentId");
    Calendars.await(
        () ->
            google.alive(account).stream()
                .anyMatch(e -> e.path("id").asString().equals(Calendars.copyOf(appointment))));
    google.deletes(account, entry);
    google.deletes(account, Calendars.copyOf(appointment));
    Calendars.await(() -> offers(doctor, taken));
    Calendars.await(() -> admin.get(doctor.path("/calendar-proposals")).body().size() == 1);
    assertThat(admin.get("/api/appointments/" + appointment).text("status")).isEqualTo("confirmed");
  }

  @Test
  void tellsTheDoctorThatTheCalendarMustBeConnectedAgain() {
    Practice.Doctor doctor = new Practice(admin).doctor();
    String account = "broken@example.org";
    ConnectionId connection = calendars.connect(doctor, account);
    google.control("POST", "accounts/" + account + "/revoke", null);
    admin.post(doctor.path("/calendar-connections/" + connection.value() + "/sync"), null);
    Calendars.await(
        () ->
            admin
                .get(doctor.path("/calendar-connections/" + connection.value()))
                .text("status")
                .equals("broken"));
    Calendars.await(() -> told(doctor).contains(account));
    assertThat(told(doctor)).contains("must be connected again");
  }

  /** What the doctor's mail about it says, once it is in the outbox. */
  private static String told(Practice.Doctor doctor) {
    return admin
        .get(doctor.path("/notifications"))
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(mail -> mail.path("template").asString().equals("calendar-broken"))
        .map(mail -> mail.path("message").toString())
        .findFirst()
        .orElse("");
  }

  private static boolean offers(Practice.Doctor doctor, String slot) {
    return doctor.slots(admin).findValuesAsString("startsAt").contains(slot);
  }
}
