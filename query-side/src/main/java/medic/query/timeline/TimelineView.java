package medic.query.timeline;

import java.time.Instant;
import java.util.List;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was done to an appointment of a doctor and a patient, in order. */
public record TimelineView(
    AppointmentId appointmentId, DoctorId doctorId, PatientId patientId, List<Entry> entries) {

  /**
   * One deed. {@code metadata} holds what changed: the status or time before and after. With {@code
   * erased} the reason can no longer be read by anybody.
   */
  public record Entry(
      String eventId,
      Instant occurredAt,
      @Nullable String actorType,
      @Nullable String actorId,
      String action,
      @Nullable String reason,
      JsonNode metadata,
      boolean erased) {}
}
