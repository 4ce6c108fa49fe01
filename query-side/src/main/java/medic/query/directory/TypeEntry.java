package medic.query.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.UUID;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/** A kind of visit that a doctor in the directory offers. */
@Entity
@Table(schema = "read", name = "directory_type_v1")
class TypeEntry {

  @Id
  @Column(name = "type_id")
  private UUID typeId;

  @Column(name = "doctor_id", nullable = false)
  private UUID doctorId;

  @Column(name = "slug", nullable = false)
  private String slug;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "description")
  private @Nullable String description;

  @Column(name = "duration_minutes", nullable = false)
  private int durationMinutes;

  @Column(name = "price_cents")
  private @Nullable Long priceCents;

  @Column(name = "currency")
  private @Nullable String currency;

  @Column(name = "mode", nullable = false)
  private String mode;

  @Column(name = "requires_confirmation", nullable = false)
  private boolean requiresConfirmation;

  @Column(name = "active", nullable = false)
  private boolean active;

  @Column(name = "what_to_bring")
  private @Nullable String whatToBring;

  @Column(name = "reason_required", nullable = false)
  private boolean reasonRequired;

  @SuppressWarnings("NullAway.Init")
  protected TypeEntry() {}

  DoctorId doctor() {
    return new DoctorId(doctorId);
  }

  DirectoryView.Offer view() {
    return new DirectoryView.Offer(
        new AppointmentTypeId(typeId),
        slug,
        name,
        description,
        durationMinutes,
        priceCents,
        currency,
        ConsultationMode.valueOf(mode.toUpperCase(Locale.ROOT)),
        requiresConfirmation,
        whatToBring,
        reasonRequired);
  }
}
