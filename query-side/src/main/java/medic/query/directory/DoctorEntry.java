package medic.query.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import medic.events.id.DoctorId;

/** A doctor in the directory. */
@Entity
@Table(schema = "read", name = "directory_doctor_v1")
class DoctorEntry {

  @Id
  @Column(name = "doctor_id")
  private UUID doctorId;

  @Column(name = "full_name", nullable = false)
  private String fullName;

  @Column(name = "specialty", nullable = false)
  private String specialty;

  @Column(name = "timezone", nullable = false)
  private String timezone;

  /** Who left is known, and not shown. */
  @Column(name = "has_left", nullable = false)
  private boolean left;

  @SuppressWarnings("NullAway.Init")
  protected DoctorEntry() {}

  DoctorId id() {
    return new DoctorId(doctorId);
  }

  String fullName() {
    return fullName;
  }

  String specialty() {
    return specialty;
  }

  String timezone() {
    return timezone;
  }
}
