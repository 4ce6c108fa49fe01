package medic.query.audit.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.http.ShowsPatients;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was done to an appointment of a doctor and a patient, in order. */
public record TimelineView(
    AppointmentId appointmentId, DoctorId doctorId, PatientId patientId, List<Entry> entries)
    implements ShowsPatients {

  @Override
  public Set<PatientId> patientsShown() {
    return Set.of(patientId);
  }

  /**
   * One deed. {@code metadata} holds the channel it came by and the fields that it changed, {@code
   * before} and {@code after}, and in {@code overridden} the rules that the practice set aside, in
   * {@code cause} why something was declined that nobody declined. With {@code erased} the reason
   * can no longer be read by anybody.
   *
   * @param onBehalfOf for whom the actor did what is commonly done by a doctor or patient
   */
  public record Entry(
      String eventId,
      Instant occurredAt,
      @Nullable String actorType,
      @Nullable String actorId,
      @Nullable Person onBehalfOf,
      String action,
      @Nullable String reason,
      JsonNode metadata,
      boolean erased) {}
}
