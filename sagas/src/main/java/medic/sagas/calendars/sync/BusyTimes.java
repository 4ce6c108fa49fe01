package medic.sagas.calendars.sync;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.events.doctor.ExternalBusyTime;
import medic.events.id.ConnectionId;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.remote.RemoteEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of the entries of remote calendars that are not ours: work.calendar_busy_time. */
@Component
class BusyTimes {

  /** No complete listing has this number. */
  private static final long NEVER_LISTED = -1;

  private final JdbcClient jdbc;

  BusyTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The entries known under these ids, and all instances of series that have one of them. */
  List<String> known(ConnectionId connection, List<String> ids) {
    return jdbc.sql(
            "select external_id from work.calendar_busy_time where connection_id = :connection"
                + " and (external_id = any(:ids) or series_id = any(:ids))")
        .param("connection", connection.value())
        .param("ids", ids.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** The entries that a complete listing, now at its end, did not name. */
  List<String> unseen(ConnectionId connection, long generation) {
    return jdbc.sql(
            "select external_id from work.calendar_busy_time where connection_id = ?"
                + " and generation < ?")
        .params(connection.value(), generation)
        .query(String.class)
        .list();
  }

  boolean sawAny(ConnectionId connection, long generation) {
    return jdbc.sql(
            "select exists (select from work.calendar_busy_time where connection_id = ?"
                + " and generation = ?) or exists (select from work.calendar_copy"
                + " where connection_id = ? and seen_generation = ?)")
        .params(connection.value(), generation, connection.value(), generation)
        .query(Boolean.class)
        .single();
  }

  /**
   * Notes entries about to be reported: whatever happens to the report, that they are gone will be
   * reported too.
   */
  void note(Connection connection, List<RemoteEvent> seen, Instant now) {
    seen.forEach(event -> insert(connection, event, NEVER_LISTED, now, "do nothing"));
  }

  void keep(Connection connection, List<RemoteEvent> seen, long generation, Instant now) {
    seen.forEach(
        event ->
            insert(
                connection,
                event,
                generation,
                now,
                """
                do update set
                  series_id = excluded.series_id, starts_at = excluded.starts_at,
                  ends_at = excluded.ends_at, status = excluded.status,
                  last_seen_at = excluded.last_seen_at, generation = excluded.generation
                """));
  }

  private void insert(
      Connection connection, RemoteEvent event, long generation, Instant now, String ifThere) {
    jdbc.sql(
            """
            insert into work.calendar_busy_time (connection_id, external_id, series_id, doctor_id,
              starts_at, ends_at, status, source, last_seen_at, generation)
            values (:connection, :id, :series, :doctor, :starts, :ends, :status, :source, :now,
              :generation)
            on conflict (connection_id, external_id)\s"""
                + ifThere)
        .param("connection", connection.id().value())
        .param("id", event.id())
        .param("series", event.seriesId())
        .param("doctor", connection.doctorId().value())
        .param("starts", Timestamp.from(details(event).startsAt()))
        .param("ends", Timestamp.from(details(event).endsAt()))
        .param("status", event.status().name().toLowerCase(Locale.ROOT))
        .param("source", source(connection))
        .param("now", Timestamp.from(now))
        .param("generation", generation)
        .update();
  }

  /** Lets entries count as named by a complete listing, with the time they have. */
  void stay(ConnectionId connection, List<String> known, long generation) {
    if (!known.isEmpty()) {
      jdbc.sql(
              "update work.calendar_busy_time set generation = ? where connection_id = ?"
                  + " and external_id = any(?)")
          .params(generation, connection.value(), known.toArray(String[]::new))
          .update();
    }
  }

  void drop(ConnectionId connection, List<String> gone) {
    if (!gone.isEmpty()) {
      jdbc.sql(
              "delete from work.calendar_busy_time where connection_id = ? and external_id = any(?)")
          .params(connection.value(), gone.toArray(String[]::new))
          .update();
    }
  }

  void dropAll(ConnectionId connection) {
    jdbc.sql("delete from work.calendar_busy_time where connection_id = ?")
        .param(connection.value())
        .update();
  }

  /** An entry of a remote calendar, as the API shows it; an agenda has it under the same id. */
  record View(
      UUID busyTimeId,
      UUID connectionId,
      String externalId,
      Instant startsAt,
      Instant endsAt,
      String status,
      String source,
      Instant lastSeenAt) {}

  List<View> of(ConnectionId connection) {
    return jdbc.sql(
            "select * from work.calendar_busy_time where connection_id = ?"
                + " order by starts_at, external_id")
        .param(connection.value())
        .query(
            (row, n) ->
                new View(
                    ExternalBusyTime.idOf(connection, row.getString("external_id")),
                    row.getObject("connection_id", UUID.class),
                    row.getString("external_id"),
                    row.getTimestamp("starts_at").toInstant(),
                    row.getTimestamp("ends_at").toInstant(),
                    row.getString("status"),
                    row.getString("source"),
                    row.getTimestamp("last_seen_at").toInstant()))
        .list();
  }

  static String source(Connection connection) {
    return connection.provider().name().toLowerCase(Locale.ROOT);
  }

  static ExternalBusyTimeDetails details(RemoteEvent event) {
    Instant starts = event.startsAt();
    Instant ends = event.endsAt();
    if (starts == null || ends == null) {
      throw new IllegalArgumentException("a cancelled entry takes no time");
    }
    return new ExternalBusyTimeDetails(event.id(), starts, ends, event.status());
  }
}
