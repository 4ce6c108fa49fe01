package medic.sagas.calendars.connections;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import medic.events.calendar.CalendarProvider;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.http.ApiException;
import medic.sagas.calendars.remote.SkippedEntry;
import medic.sagas.calendars.remote.Skips;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The connections, in work.calendar_connection; their secrets come and go sealed. */
@Component
public class ConnectionTable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final CalendarSecrets secrets;

  ConnectionTable(JdbcClient jdbc, CalendarSecrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  public Optional<Connection> find(ConnectionId id) {
    return jdbc.sql("select * from work.calendar_connection where connection_id = ?")
        .param(id.value())
        .query(ConnectionTable::read)
        .optional();
  }

  /** All of a doctor's that have not ended. */
  public List<Connection> of(DoctorId doctor) {
    return jdbc.sql(
            "select * from work.calendar_connection where doctor_id = ?"
                + " and status <> 'disconnected' order by connection_id")
        .param(doctor.value())
        .query(ConnectionTable::read)
        .list();
  }

  /**
   * One of a doctor's.
   *
   * @throws ApiException NOT_FOUND where it is another's, or nobody's, or has ended
   */
  public Connection of(DoctorId doctor, ConnectionId id) {
    return find(id)
        .filter(c -> c.doctorId().equals(doctor) && c.status() != ConnectionStatus.DISCONNECTED)
        .orElseThrow(() -> ApiException.notFound("calendar connection"));
  }

  /** Notes a connection about to be made, new or in place of itself; reading begins anew. */
  void begin(
      ConnectionId id,
      DoctorId doctor,
      CalendarProvider provider,
      String calendar,
      List<String> scopes,
      boolean showPatientNames,
      String secret) {
    jdbc.sql(
            """
            insert into work.calendar_connection as c (connection_id, doctor_id, provider, calendar,
              status, scopes, show_patient_names, secret)
            values (:id, :doctor, :provider, :calendar, 'connecting', :scopes, :names, :secret)
            on conflict (connection_id) do update set status = 'connecting',
              scopes = excluded.scopes, show_patient_names = excluded.show_patient_names,
              secret = excluded.secret, access_token = null, expires_at = null, sync_cursor = null,
              next_page = null, failures = 0, last_error = null, channel_due_at = null, due_at = null,
              leased_until = null, round = c.round + 1, failing_since = null, skipped_count = 0,
              skipped_first = '[]'
            """)
        .param("id", id.value())
        .param("doctor", doctor.value())
        .param("provider", wire(provider))
        .param("calendar", calendar)
        .param("scopes", scopes.toArray(String[]::new))
        .param("names", showPatientNames)
        .param("secret", secrets.seal(secret, id.toString()))
        .update();
  }

  /** From now on it is synchronised, at once for the first time. */
  void established(ConnectionId id, Instant now) {
    jdbc.sql(
            "update work.calendar_connection set status = 'connected', due_at = ?, asked = asked + 1"
                + " where connection_id = ?")
        .params(Timestamp.from(now), id.value())
        .update();
  }

  /** Nothing lets us in any more; what was to be written stays queued. */
  public void broken(ConnectionId id, String reason) {
    jdbc.sql(
            "update work.calendar_connection set status = 'broken', due_at = null, leased_until = null,"
                + " secret = null,"
                + " access_token = null, expires_at = null, last_error = ?"
                + " where connection_id = ? and status = 'connected'")
        .params(reason, id.value())
        .update();
  }

  /** Nothing is read from it any more; it ends once our copies are gone from there. */
  public void leaving(ConnectionId id) {
    jdbc.sql(
            "update work.calendar_connection set status = 'leaving', sync_cursor = null,"
                + " next_page = null, round = round + 1, leased_until = null"
                + " where connection_id = ? and status = 'connected'")
        .param(id.value())
        .update();
  }

  /** Nothing is read from it any more; a round ends it, unless whoever is at it does before. */
  public void ending(ConnectionId id, Instant due) {
    jdbc.sql(
            "update work.calendar_connection set status = 'ending', sync_cursor = null,"
                + " next_page = null, round = round + 1, leased_until = null, due_at = ?"
                + " where connection_id = ?")
        .params(Timestamp.from(due), id.value())
        .update();
  }

  /** Ends what was to end, unless it was connected anew meanwhile. */
  void disconnected(ConnectionId id) {
    jdbc.sql(
            "update work.calendar_connection set status = 'disconnected', due_at = null,"
                + " secret = null, access_token = null, expires_at = null, sync_cursor = null,"
                + " next_page = null where connection_id = ? and status in ('leaving', 'ending')")
        .param(id.value())
        .update();
  }

  Optional<String> secret(ConnectionId id) {
    return sealed(id, "secret");
  }

  Optional<String> accessToken(ConnectionId id) {
    return sealed(id, "access_token");
  }

  private Optional<String> sealed(ConnectionId id, String column) {
    return jdbc.sql("select " + column + " from work.calendar_connection where connection_id = ?")
        .param(id.value())
        .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
        .optional()
        .flatMap(found -> found)
        .map(bytes -> secrets.open(bytes, id.toString()));
  }

  void keepAccessToken(ConnectionId id, String token, Instant expiresAt) {
    jdbc.sql(
            "update work.calendar_connection set access_token = ?, expires_at = ?"
                + " where connection_id = ?")
        .params(secrets.seal(token, id.toString()), Timestamp.from(expiresAt), id.value())
        .update();
  }

  /** A provider may change the refresh token with any renewal. */
  void keepSecret(ConnectionId id, String secret) {
    jdbc.sql("update work.calendar_connection set secret = ? where connection_id = ?")
        .params(secrets.seal(secret, id.toString()), id.value())
        .update();
  }

  void forgetAccessToken(ConnectionId id) {
    jdbc.sql(
            "update work.calendar_connection set access_token = null, expires_at = null"
                + " where connection_id = ?")
        .param(id.value())
        .update();
  }

  /** What could not be read of it when it was last read. */
  public void skipped(ConnectionId id, Skips skips) {
    jdbc.sql(
            "update work.calendar_connection set skipped_count = ?, skipped_first = ?::jsonb"
                + " where connection_id = ?")
        .params(skips.count(), JSON.writeValueAsString(skips.first()), id.value())
        .update();
  }

  /** What was put on record of how well it is read. */
  public void judged(ConnectionId id, String what) {
    jdbc.sql("update work.calendar_connection set judged = ? where connection_id = ?")
        .params(what, id.value())
        .update();
  }

  static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static Connection read(ResultSet row, int number) throws SQLException {
    return new Connection(
        new ConnectionId(row.getObject("connection_id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        CalendarProvider.valueOf(row.getString("provider").toUpperCase(Locale.ROOT)),
        row.getString("calendar"),
        ConnectionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        texts(row.getArray("scopes")),
        row.getBoolean("show_patient_names"),
        instant(row, "expires_at"),
        new Connection.Reading(
            row.getString("sync_cursor"),
            row.getString("next_page"),
            row.getLong("generation"),
            row.getBoolean("listing_complete"),
            row.getBoolean("doubted"),
            instant(row, "window_until")),
        instant(row, "last_synced_at"),
        instant(row, "channel_due_at"),
        row.getLong("asked"),
        row.getLong("round"),
        row.getInt("failures"),
        row.getString("last_error"),
        new Connection.Troubles(
            new Skips(row.getInt("skipped_count"), skipped(row.getString("skipped_first"))),
            instant(row, "failing_since"),
            row.getString("judged")));
  }

  private static List<SkippedEntry> skipped(String json) {
    return List.of(JSON.readValue(json, SkippedEntry[].class));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
