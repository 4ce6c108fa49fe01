package medic.sagas.calendars.sync;

import java.sql.Timestamp;
import java.time.Instant;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.Connection.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where reading a calendar stands. Saved with what was read, or not at all. */
@Component
class ReadingTable {

  private final JdbcClient jdbc;

  ReadingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Answers false, and saves nothing, when another process has taken over. */
  boolean save(Connection connection, Reading reading, @Nullable Instant syncedAt) {
    return jdbc.sql(
                """
                update work.calendar_connection set sync_cursor = :cursor, next_page = :page,
                  generation = :generation, listing_complete = :complete, doubted = :doubted,
                  window_until = :until, last_synced_at = coalesce(:synced, last_synced_at)
                where connection_id = :id and round = :round and status = 'connected'
                """)
            .param("cursor", reading.cursor())
            .param("page", reading.nextPage())
            .param("generation", reading.generation())
            .param("complete", reading.complete())
            .param("doubted", reading.doubted())
            .param("until", timestamp(reading.windowUntil()), java.sql.Types.TIMESTAMP)
            .param("synced", timestamp(syncedAt), java.sql.Types.TIMESTAMP)
            .param("id", connection.id().value())
            .param("round", connection.round())
            .update()
        == 1;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
