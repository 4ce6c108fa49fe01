package medic.query.patients;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * To which doctors a profile is open: to those who have, or had not long ago, a visit with the
 * patient that was not called off, and for a while to one who broke the glass. A visit opens it
 * whoever booked it: of one that staff booked, the patient is told at once.
 */
@Component
class Treatment {

  private static final String IS_OPEN =
      """
      select exists (select from read.booking_v1 where patient_id = ? and doctor_id = ?
          and status in ('pending', 'confirmed', 'completed', 'no_show') and ends_at > ?)
        or exists (select from read.emergency_access_v1 where patient_id = ? and doctor_id = ?
          and until > ?)
      """;

  private static final String OPEN =
      """
      select patient_id from read.booking_v1 where doctor_id = ?
        and status in ('pending', 'confirmed', 'completed', 'no_show') and ends_at > ?
      union
      select patient_id from read.emergency_access_v1 where doctor_id = ? and until > ?
      """;

  private final JdbcTemplate jdbc;
  private final Period afterVisit;
  private final Clock clock;

  /**
   * @param afterVisit for how long after a visit a profile stays open, as in P1Y
   */
  Treatment(
      JdbcTemplate jdbc,
      @Value("${MEDIC_PROFILE_OPEN_AFTER_VISIT:P1Y}") String afterVisit,
      Clock clock) {
    this.jdbc = jdbc;
    this.afterVisit = Period.parse(afterVisit);
    this.clock = clock;
  }

  /** All patients whose profile is open to a doctor. */
  List<UUID> patientsOf(DoctorId doctor) {
    Instant now = clock.instant();
    return jdbc.queryForList(
        OPEN,
        UUID.class,
        doctor.value(),
        Timestamp.from(since(now)),
        doctor.value(),
        Timestamp.from(now));
  }

  private Instant since(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minus(afterVisit).toInstant();
  }

  boolean opens(PatientId patient, DoctorId doctor) {
    Instant now = clock.instant();
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            IS_OPEN,
            Boolean.class,
            patient.value(),
            doctor.value(),
            Timestamp.from(since(now)),
            patient.value(),
            doctor.value(),
            Timestamp.from(now)));
  }
}
