package medic.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import medic.booking.patient.PatientCalendar;
import medic.booking.room.RoomCalendar;
import medic.booking.schedule.DoctorSchedule;
import medic.events.id.PatientId;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A calendar that has become long is read from a snapshot, on the program itself: a doctor's and a
 * room's. A patient's stays short and has none.
 */
@Tag("server")
class SnapshotsTest {

  private static final int EVENTS = 330;

  private static TestServer server;
  private static Client admin;

  private final Practice.Doctor doctor = new Practice(admin).doctor();
  private final String schedule = "doctor-" + doctor.id;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aLongScheduleIsReadFromASnapshot() {
    double failed = count("failed");
    String keep = hitVisit() + "/keep";
    Map<String, String> why = Map.of("reason", "She comes from afar");
    admin.post(keep, why).expect(200);
    for (int block = 0; block < EVENTS; block++) {
      admin.post(doctor.path("/exceptions"), block(block)).expect(201);
    }
    Await.until(() -> firstOf(server, schedule), DoctorSchedule.class::isInstance);
    try (TestServer restarted = server.join()) {
      assertThat(firstOf(restarted, schedule)).isInstanceOf(DoctorSchedule.class);
      Client again = restarted.admin();
      again.post(doctor.path("/exceptions"), block(EVENTS)).expect(201);
      again.post(keep, why).expect(200);
      assertThat(timesKept(again)).as("the snapshot knows why").isEqualTo(1);
    }
    assertThat(count("taken")).isPositive();
    assertThat(count("failed")).isEqualTo(failed);
  }

  /** The address of a booked visit that a block hits. */
  private String hitVisit() {
    String slot = doctor.slots(admin).get(12).path("startsAt").asString();
    String visit =
        admin
            .post("/api/appointments", doctor.booking(new Practice(admin).patient(), slot))
            .expect(201)
            .text("appointmentId");
    String until = slot.replaceAll("T.*", "T23:59:00Z");
    admin
        .post(
            doctor.path("/exceptions"),
            Map.of("startAt", slot, "endAt", until, "status", "blocked"))
        .expect(201);
    return doctor.path("/visits-hit/" + visit);
  }

  private int timesKept(Client client) {
    return client
        .get("/api/audit/events?action=hit_visit_kept&doctorId=" + doctor.id)
        .expect(200)
        .body()
        .path("items")
        .size();
  }

  @Test
  void aRoomIsReadFromASnapshot() {
    String room = doctor.addRoom();
    String slot = doctor.slots(admin).get(3).path("startsAt").asString();
    Map<String, Object> booking = doctor.booking(new Practice(admin).patient(), slot);
    booking.put("roomId", room);
    admin.post("/api/appointments", booking).expect(201);
    take(RoomCalendar.class, "room-" + room);
    Await.until(() -> firstOf(server, "room-" + room), RoomCalendar.class::isInstance);
  }

  @Test
  void oneThatCannotBeTakenOrReadIsCountedAndCostsNobodyAnAnswer() throws SQLException {
    double failed = count("failed");
    PatientId patient = new PatientId(UUID.fromString(new Practice(admin).patient()));
    take(PatientCalendar.class, PatientCalendar.idOf(patient).toString());
    Await.until(() -> count("failed"), now -> now > failed);

    take(DoctorSchedule.class, schedule);
    Await.until(() -> firstOf(server, schedule), DoctorSchedule.class::isInstance);
    try (Connection owner = server.owner()) {
      owner
          .createStatement()
          .execute(
              "update store.snapshot_event_entry set payload = '{'::bytea where"
                  + " aggregate_identifier = '%s'".formatted(schedule));
    }
    double unreadable = count("unreadable");
    assertThat(firstOf(server, schedule)).isNotInstanceOf(DoctorSchedule.class);
    assertThat(count("unreadable")).isEqualTo(unreadable + 1);
    admin.post(doctor.path("/exceptions"), block(0)).expect(201);
  }

  private static void take(Class<?> type, String stream) {
    server.bean(Snapshotter.class).scheduleSnapshot(type, stream);
  }

  /** What a stream is read from: its last readable snapshot, else its first event. */
  private static Object firstOf(TestServer node, String stream) {
    return node.bean(EventStore.class).readEvents(stream).peek().getPayload();
  }

  private static double count(String outcome) {
    return server
        .bean(MeterRegistry.class)
        .get("medic.snapshots")
        .tag("outcome", outcome)
        .functionCounter()
        .count();
  }

  private Map<String, Object> block(int number) {
    String date = "2031-%02d-%02d".formatted(1 + number / 28, 1 + number % 28);
    UUID id = UUID.nameUUIDFromBytes((doctor.id + date).getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "exceptionId",
        id,
        "status",
        "blocked",
        "startAt",
        date + "T10:00:00Z",
        "endAt",
        date + "T11:00:00Z");
  }
}
