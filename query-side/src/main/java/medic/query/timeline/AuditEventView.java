package medic.query.timeline;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A deed in the log. {@code position} is the event's place in the whole log, {@code sequence} in
 * its own stream; {@code details} are the event, its personal data sealed.
 */
public record AuditEventView(
    long position,
    String eventId,
    Instant occurredAt,
    String action,
    String eventType,
    @Nullable String actorType,
    @Nullable String actorId,
    @Nullable String channel,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    @Nullable String stream,
    @Nullable Long sequence,
    JsonNode details) {}
