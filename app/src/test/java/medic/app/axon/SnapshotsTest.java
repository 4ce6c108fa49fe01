package medic.app.axon;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A doctor's schedule that has become long is read from a snapshot, on the program itself. */
@Tag("server")
class SnapshotsTest {

  private static final int EVENTS = 330;

  @Test
  void aLongScheduleHasASnapshot() {
    try (TestServer server = TestServer.start()) {
      Client admin = server.admin();
      Practice.Doctor doctor = new Practice(admin).doctor();
      for (int block = 0; block < EVENTS; block++) {
        admin.post(doctor.path("/exceptions"), block(block)).expect(201);
      }
      JdbcTemplate jdbc = new JdbcTemplate(server.dataSource());
      Await.until(
          () ->
              jdbc.queryForObject(
                  "select count(*) from store.snapshot_event_entry where aggregate_identifier = ?",
                  Integer.class,
                  "doctor-" + doctor.id),
          snapshots -> snapshots > 0);
    }
  }

  private static Map<String, Object> block(int number) {
    String date = "2031-%02d-%02d".formatted(1 + number / 28, 1 + number % 28);
    UUID id = UUID.nameUUIDFromBytes(date.getBytes(StandardCharsets.UTF_8));
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
