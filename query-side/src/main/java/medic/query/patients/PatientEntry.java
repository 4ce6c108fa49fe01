package medic.query.patients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient's sealed profile. */
@Entity
@Table(schema = "read", name = "patient_v1")
class PatientEntry {

  @Id
  @Column(name = "patient_id")
  private UUID patientId;

  @Column(name = "profile", nullable = false)
  private String profile;

  @Column(name = "saved_at")
  private @Nullable Instant savedAt;

  @SuppressWarnings("NullAway.Init")
  protected PatientEntry() {}

  UUID patientId() {
    return patientId;
  }

  String profile() {
    return profile;
  }

  @Nullable Instant savedAt() {
    return savedAt;
  }
}
