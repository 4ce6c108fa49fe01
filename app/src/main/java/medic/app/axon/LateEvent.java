package medic.app.axon;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import medic.events.EventMetaData;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.jspecify.annotations.Nullable;

/** Makes the data of an event that is read out of a gap, with its position in the metadata. */
final class LateEvent {

  private static final byte[] NONE = {'{', '}'};

  private LateEvent() {}

  static DomainEventData<byte[]> at(long index, byte[] payload, ResultSet row, EventSchema schema)
      throws SQLException {
    return new GenericDomainEventEntry<>(
        row.getString(schema.typeColumn()),
        row.getString(schema.aggregateIdentifierColumn()),
        row.getLong(schema.sequenceNumberColumn()),
        row.getString(schema.eventIdentifierColumn()),
        StoredTime.readable(row.getString(schema.timestampColumn())),
        row.getString(schema.payloadTypeColumn()),
        row.getString(schema.payloadRevisionColumn()),
        payload,
        with(index, row.getBytes(schema.metaDataColumn())));
  }

  /**
   * Metadata is stored as one JSON object of strings: one more is put in front. What is no object
   * is left to whoever reads it, and nothing at all is an object without entries.
   */
  static byte[] with(long index, byte @Nullable [] metaData) {
    if (metaData == null) {
      return with(index, NONE);
    }
    String json = new String(metaData, StandardCharsets.UTF_8).strip();
    if (!json.startsWith("{")) {
      return metaData;
    }
    String rest = json.substring(1).strip();
    String first = "{\"" + EventMetaData.LATE_POSITION + "\":\"" + index + "\"";
    return (first + (rest.startsWith("}") ? "" : ",") + rest).getBytes(StandardCharsets.UTF_8);
  }
}
