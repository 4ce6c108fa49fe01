package medic.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An event that commits after one behind it is in the timeline, under its own position. */
@Tag("server")
class LateEventsTest {

  @Test
  void aLateEventTakesNobodysPlace() throws SQLException {
    try (TestServer server = TestServer.start()) {
      Client admin = server.admin();
      Practice.Doctor doctor = new Practice(admin).doctor();
      try (Connection late = server.dataSource().getConnection()) {
        late.setAutoCommit(false);
        append(late, doctor, 100_000);
        Practice.Doctor other = new Practice(admin).doctor();
        admin.get("/api/audit/events?limit=1").expect(200);
        late.commit();
        assertThat(admin.post(other.path("/exceptions"), exception()).status()).isEqualTo(201);
      }
      List<String> positions =
          admin
              .get("/api/audit/events?limit=200")
              .body()
              .path("items")
              .valueStream()
              .filter(entry -> !entry.path("action").asString().equals("log_read"))
              .map(entry -> entry.path("position").asString())
              .toList();

      assertThat(positions).doesNotHaveDuplicates();
      assertThat(positions.size()).isEqualTo(storedDeeds(server));
    }
  }

  private static Map<String, Object> exception() {
    return Map.of(
        "startAt", "2027-01-01T00:00:00Z", "endAt", "2027-01-02T00:00:00Z", "status", "blocked");
  }

  /** A removal of an exception, as another node's slow append. */
  private static void append(Connection connection, Practice.Doctor doctor, long sequence)
      throws SQLException {
    String sql =
        "insert into store.domain_event_entry (event_identifier, aggregate_identifier,"
            + " sequence_number, type, time_stamp, payload_type, payload_revision, payload,"
            + " meta_data) values (gen_random_uuid()::text, ?, ?, 'DoctorSchedule', ?,"
            + " 'medic.events.doctor.ScheduleTemplateRemoved', '1', convert_to(?, 'UTF8'),"
            + " convert_to('{}', 'UTF8'))";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, "doctor-" + doctor.id);
      insert.setLong(2, sequence);
      insert.setString(3, Instant.now().toString());
      insert.setString(
          4, "{\"doctorId\":\"" + doctor.id + "\",\"templateId\":\"" + doctor.type + "\"}");
      insert.executeUpdate();
    }
  }

  private static int storedDeeds(TestServer server) throws SQLException {
    try (Connection connection = server.dataSource().getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from store.domain_event_entry"
                        + " where payload_type not like '%RoomOpened' and payload_type not like '%LogRead'"
                        + " and payload_type not like '%IdClaimed'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
