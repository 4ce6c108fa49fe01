package medic.trials.bench;

import java.time.Instant;
import java.util.UUID;
import medic.http.Access;
import medic.http.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What bookings could reach if deciding cost nothing and nobody listened to the events: a booking's
 * body, through the same filters, for one row and one commit. There during a benchmark only.
 */
@RestController
class CommitEndpoint {

  record Wish(
      UUID doctorId, UUID appointmentTypeId, UUID patientId, Instant startsAt, String reason) {}

  record Stored(UUID appointmentId) {}

  private final JdbcTemplate database;

  CommitEndpoint(JdbcTemplate database) {
    this.database = database;
  }

  @PostMapping("/api/bench/commit")
  @Access({Role.ADMIN, Role.DOCTOR, Role.PATIENT})
  Stored commit(@RequestBody Wish wish) {
    UUID id = UUID.randomUUID();
    database.update(BareCommits.INSERT, id + "/" + wish.startsAt(), BareCommits.PAYLOAD);
    return new Stored(id);
  }
}
