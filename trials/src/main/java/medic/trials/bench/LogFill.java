package medic.trials.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Very many events at once, as the application's role, and read models that have seen them. */
final class LogFill {

  private static final int CHUNK = 50_000;

  /** About the size of a booking's event with a sealed reason. */
  private static final String EVENTS =
      """
      insert into store.domain_event_entry (event_identifier, aggregate_identifier,
        sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
      select gen_random_uuid()::text, 'bench-' || n / 4, n %% 4, 'Bench',
        '2026-01-01T00:00:00.000Z', 'medic.events.Bench', '1',
        convert_to('{"appointmentId":"' || gen_random_uuid() || '","startsAt":"2026-03-01T09:00:00Z",'
          || '"reason":"p1.' || gen_random_uuid() || '.' || repeat(md5(n::text), 4) || '","n":' || n
          || '}', 'UTF8'),
        convert_to('{"actorType":"PATIENT","actorId":"' || gen_random_uuid()
          || '","channel":"http"}', 'UTF8')
      from generate_series(%d, %d) n
      """;

  /** One in four is a deed of its own, as with bookings. */
  private static final String TIMELINE =
      """
      insert into read.timeline_entry_v2 (position, event_id, occurred_at, action, event_type,
        stream, sequence, actor_type, actor_id, channel, details)
      select global_index, event_identifier, time_stamp::timestamptz, 'booked', 'Bench',
        aggregate_identifier, sequence_number, 'PATIENT', 'bench', 'http',
        convert_from(payload, 'UTF8')
      from store.domain_event_entry where type = 'Bench' and sequence_number = 0
      """;

  private static final String SEEN =
      """
      update work.token_entry set token = convert_to(regexp_replace(convert_from(token, 'UTF8'),
        '"index":\\s*-?\\d+', '"index":' ||
        (select max(global_index) from store.domain_event_entry)), 'UTF8')
      """;

  private LogFill() {}

  /**
   * @param application a connection of the application's role, of which no server is running
   */
  static void fill(Connection application, long events) throws SQLException {
    try (Statement statement = application.createStatement()) {
      for (long from = 0; from < events; from += CHUNK) {
        statement.execute(EVENTS.formatted(from, Math.min(from + CHUNK, events) - 1));
      }
      statement.execute(TIMELINE);
      statement.execute(SEEN);
    }
  }

  static long events(Connection connection) throws SQLException {
    return number(connection, "select count(*) from store.domain_event_entry");
  }

  /** Events that no leaf stands for yet. */
  static long unlogged(Connection connection) throws SQLException {
    return events(connection) - number(connection, "select count(*) from log.leaf");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
