package medic.query.patients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A patient's sealed profile. */
@Entity
@Table(schema = "read", name = "patient_v1")
class PatientEntry {

  @Id
  @Column(name = "patient_id")
  private UUID patientId;

  @Column(name = "profile", nullable = false)
  private String profile;

  @SuppressWarnings("NullAway.Init")
  protected PatientEntry() {}

  PatientEntry(UUID patientId, String profile) {
    this.patientId = patientId;
    this.profile = profile;
  }

  UUID patientId() {
    return patientId;
  }

  String profile() {
    return profile;
  }
}
