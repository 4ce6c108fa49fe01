package medic.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An event that the messages' group cannot handle holds up its own visit, and nobody else's. */
@Tag("server")
class EventDeadLetterTableTest {

  private static TestServer server;
  private static Client admin;
  private static Practice practice;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin = server.admin();
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void waitsVisiblyUntilItsCauseIsMended() throws Exception {
    Practice.Doctor doctor = practice.doctor();
    String unlucky = practice.patient();
    String lucky = practice.patient();
    String visit = UUID.randomUUID().toString();
    owner(
        "alter table work.association_value_entry add constraint fault"
            + " check (association_value not like '%%%s')".formatted(visit));

    book(doctor, unlucky, visit, 0);
    admin.post("/api/appointments/" + visit + "/cancel", Map.of()).expect(200);
    book(doctor, lucky, UUID.randomUUID().toString(), 1);

    Await.message(admin, lucky, "booked", "kept");
    List<JsonNode> letters =
        Await.until(EventDeadLetterTableTest::letters, found -> found.size() == 2);
    assertThat(letters)
        .extracting(letter -> letter.path("details").path("event").asString())
        .containsExactly("AppointmentCancelled", "AppointmentBooked");
    assertThat(letters)
        .extracting(letter -> letter.path("errorReason").asString(""))
        .containsExactly("", "PSQLException");
    assertThat(messages(unlucky)).isEmpty();

    retry(letters.get(0));
    assertThat(letters())
        .extracting(letter -> letter.path("attempts").asInt())
        .containsExactly(0, 2);

    owner("alter table work.association_value_entry drop constraint fault");
    retry(letters.get(0));
    assertThat(letters()).isEmpty();
    Await.message(admin, unlucky, "cancelled", "kept");
  }

  private static void book(Practice.Doctor doctor, String patient, String visit, int slot) {
    Map<String, Object> booking =
        doctor.booking(patient, doctor.slots(admin).get(slot).path("startsAt").asString());
    booking.put("appointmentId", visit);
    admin.post("/api/appointments", booking).expect(201);
  }

  private static void retry(JsonNode letter) {
    admin
        .post("/api/admin/dead-letters/" + letter.path("id").asString() + "/retry", null)
        .expect(202);
  }

  private static List<JsonNode> letters() {
    return admin
        .get("/api/admin/dead-letters")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .toList();
  }

  private static List<JsonNode> messages(String patient) {
    return admin
        .get("/api/patients/" + patient + "/notifications")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .toList();
  }

  private static void owner(String sql) throws SQLException {
    try (Connection owner = server.owner()) {
      owner.createStatement().execute(sql);
    }
  }
}
