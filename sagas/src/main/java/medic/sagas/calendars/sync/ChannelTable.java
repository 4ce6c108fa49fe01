package medic.sagas.calendars.sync;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medic.events.id.ConnectionId;
import medic.sagas.calendars.connections.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Push channels, in work.calendar_channel; of their tokens only the hash. */
@Component
class ChannelTable {

  /** A channel; without a resource its opening was begun and never heard of. */
  record Channel(
      String id,
      ConnectionId connectionId,
      @Nullable String resourceId,
      byte[] tokenHash,
      @Nullable Instant expiresAt) {}

  private final JdbcClient jdbc;

  ChannelTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(String id, ConnectionId connection, String token) {
    jdbc.sql(
            "insert into work.calendar_channel (channel_id, connection_id, token_hash)"
                + " values (?, ?, ?)")
        .params(id, connection.value(), Secrets.hash(token))
        .update();
  }

  void opened(String id, String resourceId, Instant expiresAt) {
    jdbc.sql(
            "update work.calendar_channel set resource_id = ?, expires_at = ? where channel_id = ?")
        .params(resourceId, Timestamp.from(expiresAt), id)
        .update();
  }

  List<Channel> of(ConnectionId connection) {
    return jdbc.sql("select * from work.calendar_channel where connection_id = ?")
        .param(connection.value())
        .query(ChannelTable::read)
        .list();
  }

  Optional<Channel> find(String id) {
    return jdbc.sql("select * from work.calendar_channel where channel_id = ?")
        .param(id)
        .query(ChannelTable::read)
        .optional();
  }

  void drop(String id) {
    jdbc.sql("delete from work.calendar_channel where channel_id = ?").param(id).update();
  }

  void dueAgain(ConnectionId connection, Instant at) {
    jdbc.sql("update work.calendar_connection set channel_due_at = ? where connection_id = ?")
        .params(Timestamp.from(at), connection.value())
        .update();
  }

  private static Channel read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    Timestamp expires = row.getTimestamp("expires_at");
    return new Channel(
        row.getString("channel_id"),
        new ConnectionId(row.getObject("connection_id", UUID.class)),
        row.getString("resource_id"),
        row.getBytes("token_hash"),
        expires == null ? null : expires.toInstant());
  }
}
