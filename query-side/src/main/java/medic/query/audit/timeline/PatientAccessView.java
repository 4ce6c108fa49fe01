package medic.query.audit.timeline;

import java.time.Instant;
import java.util.List;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/** A page of who read a patient's data; {@code nextCursor} asks for what was read earlier. */
public record PatientAccessView(List<Entry> items, @Nullable String nextCursor) {

  /**
   * One read. What the data was shown in is named by the address's pattern, such as {@code
   * /api/doctors/{doctorId}/agenda}; with {@code log_exported} the patient's may have been among
   * it.
   *
   * @param action {@code patient_data_read}, {@code log_read}, {@code log_exported}, or {@code
   *     emergency_access_taken} when a doctor who does not treat the patient broke the glass
   * @param reason theirs, for breaking it
   * @param actorName of a doctor
   */
  public record Entry(
      String eventId,
      Instant occurredAt,
      String action,
      @Nullable String actorType,
      @Nullable String actorId,
      @Nullable String actorName,
      @Nullable String resource,
      @Nullable String reason,
      @Nullable AppointmentId appointmentId,
      @Nullable DoctorId doctorId) {}
}
