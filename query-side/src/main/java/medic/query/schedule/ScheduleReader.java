package medic.query.schedule;

import java.util.Optional;
import medic.events.id.DoctorId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads one doctor's schedule: one statement. */
@Component
public class ScheduleReader {

  private static final String DOCUMENT =
      "select document from " + SchedulesProjection.SCHEDULES.name() + " where doctor_id = ?";

  private final JdbcTemplate jdbc;
  private final ScheduleDocuments documents;

  ScheduleReader(JdbcTemplate jdbc, ScheduleDocuments documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  public Optional<Schedule> read(DoctorId doctor) {
    return jdbc.queryForList(DOCUMENT, String.class, doctor.value()).stream()
        .findFirst()
        .map(documents::read);
  }
}
