package medic.query.audit.timeline;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.log.event.StoredEvent;
import medic.log.export.Evidence;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A line of an export. Its fields are those of {@link AuditEventView}, read from the event as it is
 * stored; {@code action} is absent where an event is no deed of its own, nearly all is where the
 * event is gone. {@code evidence} is absent where the event has no place in the log.
 */
record ExportEntry(
    long position,
    @Nullable String eventId,
    @Nullable Instant occurredAt,
    @Nullable String action,
    @Nullable String eventType,
    @Nullable String actorType,
    @Nullable String actorId,
    @Nullable String channel,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    @Nullable String stream,
    @Nullable Long sequence,
    @Nullable JsonNode details,
    @Nullable Evidence evidence) {

  /** As the read model tells it. */
  static ExportEntry told(AuditEventView told, @Nullable Evidence evidence) {
    return new ExportEntry(
        told.position(),
        told.eventId(),
        told.occurredAt(),
        told.action(),
        told.eventType(),
        told.actorType(),
        told.actorId(),
        told.channel(),
        told.appointmentId(),
        told.doctorId(),
        told.patientId(),
        told.stream(),
        told.sequence(),
        told.details(),
        evidence);
  }

  /** As it is stored; what kind of deed it is and whom it concerns only the read model tells. */
  static ExportEntry stored(
      StoredEvent event, @Nullable AuditEventView told, Evidence evidence, JsonMapper json) {
    JsonNode metaData = parse(event.metaData(), json);
    JsonNode details = parse(event.payload(), json);
    return new ExportEntry(
        event.position(),
        event.eventId(),
        time(event.time()),
        told == null ? null : told.action(),
        simpleName(event.payloadType()),
        metaData.path("actorType").stringValue(null),
        metaData.path("actorId").stringValue(null),
        metaData.path("channel").stringValue(null),
        told == null ? null : told.appointmentId(),
        told == null ? null : told.doctorId(),
        told == null ? null : told.patientId(),
        event.stream(),
        event.sequence(),
        details.isMissingNode() ? null : details,
        evidence);
  }

  /** Nothing where it is in no calendar: the evidence holds it as it is. */
  private static @Nullable Instant time(String stored) {
    try {
      return Instant.parse(stored);
    } catch (DateTimeParseException never) {
      return null;
    }
  }

  /** Missing where it is no JSON: the evidence holds it as it is. */
  private static JsonNode parse(byte @Nullable [] stored, JsonMapper json) {
    try {
      return stored == null ? MissingNode.getInstance() : json.readTree(stored);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Of an event that is gone and that the read model never heard of. */
  static ExportEntry gone(long position, Evidence evidence) {
    return new ExportEntry(
        position, null, null, null, null, null, null, null, null, null, null, null, null, null,
        evidence);
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
