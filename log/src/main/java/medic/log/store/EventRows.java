package medic.log.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import medic.log.event.StoredEvent;

/** Events as the store's table holds them. */
final class EventRows {

  static final String TABLE = "store.domain_event_entry";

  static final String COLUMNS =
      "e.global_index, e.event_identifier, e.aggregate_identifier, e.sequence_number, e.type,"
          + " e.time_stamp, e.payload_type, e.payload_revision, e.payload, e.meta_data";

  private EventRows() {}

  static StoredEvent read(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong("global_index"),
        text(row, "event_identifier"),
        text(row, "aggregate_identifier"),
        row.getLong("sequence_number"),
        row.getString("type"),
        text(row, "time_stamp"),
        text(row, "payload_type"),
        row.getString("payload_revision"),
        Objects.requireNonNull(row.getBytes("payload")),
        row.getBytes("meta_data"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }
}
