package medic.query.audit.timeline;

import java.util.List;
import medic.events.EventMetaData;
import medic.events.access.LogRead;
import medic.events.access.PatientDataRead;
import medic.events.id.PatientId;
import medic.query.audit.actions.AuditAction;
import medic.query.personal.SealedData;
import medic.query.processing.EventPositions;
import medic.query.rows.Rebuildable;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The log of deeds, by global position. Details stay sealed as the event holds them. */
@Component
@ProcessingGroup(TimelineProjection.GROUP)
public class TimelineProjection implements Rebuildable {

  public static final String GROUP = "timeline";

  private static final RowTable ENTRIES =
      RowTable.named("read.timeline_entry_v2")
          .key("position", "bigint")
          .column("event_id", "text")
          .column("occurred_at", "timestamptz")
          .column("action", "text")
          .column("event_type", "text")
          .column("stream", "text")
          .column("sequence", "bigint")
          .column("actor_type", "text")
          .column("actor_id", "text")
          .column("channel", "text")
          .column("address", "text")
          .column("appointment_id", "uuid")
          .column("doctor_id", "uuid")
          .column("patient_id", "uuid")
          .column("changed", "text")
          .column("details", "text")
          .addedTo();

  private static final RowTable PATIENTS =
      RowTable.named("read.timeline_patient_v1")
          .key("patient_id", "uuid")
          .key("position", "bigint")
          .addedTo();

  private final WriteBehind tables;
  private final SealedData personal;

  TimelineProjection(WriteBehind tables, SealedData personal) {
    this.tables = tables;
    this.personal = personal;
  }

  @EventHandler
  void on(EventMessage<?> message, TrackingToken token) {
    if (!AuditAction.isOne(message.getPayloadType())) {
      tables.pass();
      return;
    }
    long position = EventPositions.of(message, token);
    tables.rows(ENTRIES).put(entry(message), position);
    for (PatientId patient : patientsOf(message.getPayload())) {
      tables.rows(PATIENTS).put(RowValues.none(), patient.value(), position);
    }
  }

  /** Whom an entry concerns that may concern many; else its own column tells. */
  private static List<PatientId> patientsOf(Object event) {
    if (event instanceof PatientDataRead read) {
      return read.patients();
    }
    return event instanceof LogRead read ? read.patients() : List.of();
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(ENTRIES, PATIENTS);
  }

  @ResetHandler
  void reset() {
    tables.clear(ENTRIES);
    tables.clear(PATIENTS);
  }

  private RowValues entry(EventMessage<?> message) {
    AuditAction deed = AuditAction.of(message.getPayload());
    RowValues entry =
        RowValues.none()
            .with("event_id", message.getIdentifier())
            .with("occurred_at", message.getTimestamp())
            .with("action", deed.kind().action())
            .with("event_type", message.getPayloadType().getSimpleName())
            .with("actor_type", metadata(message, "actorType"))
            .with("actor_id", metadata(message, "actorId"))
            .with("channel", metadata(message, "channel"))
            .with("address", metadata(message, EventMetaData.ADDRESS))
            .with("appointment_id", deed.concerned().appointmentId())
            .with("doctor_id", deed.concerned().doctorId())
            .with("patient_id", deed.concerned().patientId())
            .with("changed", deed.changed())
            .with("details", personal.json().writeValueAsString(message.getPayload()));
    return message instanceof DomainEventMessage<?> event
        ? entry
            .with("stream", event.getAggregateIdentifier())
            .with("sequence", event.getSequenceNumber())
        // As the store keeps an event of no aggregate: in a stream of its own.
        : entry.with("stream", message.getIdentifier()).with("sequence", 0L);
  }

  private static @Nullable String metadata(EventMessage<?> message, String key) {
    Object value = message.getMetaData().get(key);
    return value == null ? null : value.toString();
  }
}
