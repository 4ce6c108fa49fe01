package medic.trials.chaos;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import medic.trials.cluster.Postgres;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the event store, read past all servers. */
public final class StoredEvents {

  /** An event; {@code type} is its simple name. */
  record Event(long position, String stream, String type, Instant at, JsonNode payload) {

    String text(String field) {
      return payload.path(field).asString("");
    }

    Instant instant(String field) {
      return Instant.parse(text(field));
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StoredEvents() {}

  public static long head(Postgres postgres) throws SQLException {
    try (Connection connection = postgres.connect();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "select coalesce(max(global_index), -1) from store.domain_event_entry")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Those of bookings and calendars that were stored after a position, in the order of the log. */
  static List<Event> after(Postgres postgres, long position) throws SQLException {
    try (Connection connection = postgres.connect();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select global_index, aggregate_identifier, payload_type, time_stamp, payload
                from store.domain_event_entry
                where global_index > ? and payload_type ~ 'medic\\.events\\.(doctor|room|patient|appointment)\\.'
                order by global_index
                """)) {
      query.setLong(1, position);
      try (ResultSet rows = query.executeQuery()) {
        List<Event> events = new ArrayList<>();
        while (rows.next()) {
          String type = rows.getString(3);
          events.add(
              new Event(
                  rows.getLong(1),
                  rows.getString(2),
                  type.substring(type.lastIndexOf('.') + 1),
                  Instant.parse(rows.getString(4)),
                  parsed(rows.getBytes(5))));
        }
        return events;
      }
    }
  }

  /** What was poisoned on purpose is no JSON. */
  private static JsonNode parsed(byte[] payload) {
    try {
      return JSON.readTree(new String(payload, StandardCharsets.UTF_8));
    } catch (JacksonException poisoned) {
      return JSON.nullNode();
    }
  }
}
