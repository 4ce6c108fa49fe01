package medic.query.audit.timeline;

import java.time.Instant;
import java.util.stream.Stream;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A deed in the log. {@code position} is the event's place in the whole log, {@code sequence} in
 * its own stream; {@code details} are the event, its personal data sealed.
 *
 * @param onBehalfOf for whom the actor did what is commonly done by a doctor or patient themselves
 * @param address where the actor's request came from; absent where the actor was erased
 * @param before the fields that the deed changed, as it found them; absent where there was nothing
 * @param after the same, as it left them; absent where it left nothing
 */
public record AuditEventView(
    long position,
    String eventId,
    Instant occurredAt,
    String action,
    String eventType,
    @Nullable String actorType,
    @Nullable String actorId,
    @Nullable Person onBehalfOf,
    @Nullable String channel,
    @Nullable String address,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    @Nullable String stream,
    @Nullable Long sequence,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    JsonNode details) {

  /** Whom it concerns: the entry of a read may name many. */
  Stream<PatientId> patients() {
    Stream<PatientId> named =
        details.path("patients").valueStream().map(id -> PatientId.of(id.asString()));
    return Stream.concat(Stream.ofNullable(patientId), named);
  }
}
