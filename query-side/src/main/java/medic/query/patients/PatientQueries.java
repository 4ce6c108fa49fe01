package medic.query.patients;

import java.util.Optional;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.events.patient.PatientProfile;
import medic.query.PatientWords;
import medic.query.SealedData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Opens profiles for those who may read them. */
@Component
class PatientQueries {

  private static final String HAS_SEEN =
      "select exists (select 1 from read.booking_v1 where patient_id = ? and doctor_id = ?)";

  private final PatientEntries entries;
  private final JdbcTemplate jdbc;
  private final SealedData personal;

  PatientQueries(PatientEntries entries, JdbcTemplate jdbc, SealedData personal) {
    this.entries = entries;
    this.jdbc = jdbc;
    this.personal = personal;
  }

  @QueryHandler
  Optional<PatientView> handle(FindPatient query) {
    if (query.onBehalfOf() != null && !hasSeen(query.onBehalfOf(), query.patientId())) {
      return Optional.empty();
    }
    return entries.findById(query.patientId().value()).map(this::view);
  }

  private boolean hasSeen(DoctorId doctor, PatientId patient) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(HAS_SEEN, Boolean.class, patient.value(), doctor.value()));
  }

  private PatientView view(PatientEntry entry) {
    PatientWords words = new PatientWords(personal);
    @Nullable PatientProfile profile = words.opened(entry.profile(), PatientProfile.class);
    PatientId id = new PatientId(entry.patientId());
    return profile == null
        ? new PatientView(id, null, null, null, null, null, null, null, words.erased())
        : new PatientView(
            id,
            profile.fullName(),
            profile.email(),
            profile.phone(),
            profile.preferredLanguage(),
            profile.preferredTimezone(),
            profile.communicationPreferences(),
            profile.emergencyContact(),
            false);
  }
}
