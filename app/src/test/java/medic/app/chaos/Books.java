package medic.app.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import medic.app.journey.Client;
import medic.app.messages.Await;
import medic.app.postgres.embedded.DatabaseSource;
import tools.jackson.databind.JsonNode;

/** Looks into the database from outside: the events, and what the read models made of them. */
public final class Books {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final DatabaseSource database;

  public Books(DatabaseSource database) {
    this.database = database;
  }

  /** Pairs of live appointments of one doctor whose time overlaps: there must be none. */
  List<String> doubleBookings() throws SQLException {
    return column(
        """
        with visits as (
          select convert_from(payload, 'UTF8')::jsonb as e, aggregate_identifier as stream,
                 sequence_number as n
          from store.domain_event_entry where payload_type like 'medic.events.doctor.%'
        ), booked as (
          select e->>'doctorId' as doctor, e->>'appointmentId' as appointment,
                 (e->>'occupiedFrom')::timestamptz as since, (e->>'occupiedUntil')::timestamptz as until
          from visits where e ? 'occupiedFrom' and e ? 'appointmentId'
        )
        select a.appointment || ' and ' || b.appointment from booked a join booked b
          on a.doctor = b.doctor and a.appointment < b.appointment
         and a.since < b.until and b.since < a.until
        """);
  }

  /** The appointment of each booking that is stored. */
  List<String> bookedAppointments() throws SQLException {
    return column(
        """
        select convert_from(payload, 'UTF8')::jsonb->>'appointmentId'
        from store.domain_event_entry where payload_type like '%.AppointmentBooked'
        """);
  }

  /**
   * Every row of every read model, as text, by table. The log goes on, with messages that went out
   * and with who looks at it: its rows are those up to a position.
   */
  public Map<String, List<String>> readModels(long position) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    for (String table : readTables()) {
      String until = table.startsWith("timeline_") ? " where position <= " + position : "";
      tables.put(table, column("select t::text from read." + table + " t" + until + " order by 1"));
    }
    return tables;
  }

  /** Forgets all that was projected, so that the next start replays it from nothing. */
  public void forgetReadModels() throws SQLException {
    for (String table : readTables()) {
      execute("truncate read." + table + " cascade");
    }
    execute(
        "delete from work.token_entry where processor_name not in"
            + " ('hold-expiry', 'notifications', 'unanswered')");
  }

  public long head() throws SQLException {
    return Long.parseLong(
        column("select coalesce(max(global_index), -1) from store.domain_event_entry").get(0));
  }

  /** Reads that ask for the head wait until their read model has come so far, or answer 503. */
  public void awaitReadModels(ChildServer server) throws SQLException {
    Client admin =
        server.client().login("admin", "demo").with("Medic-Position", Long.toString(head()));
    String doctor = caughtUp(admin, "/api/doctors?limit=1").at("/items/0/doctorId").asString("");
    for (String path :
        List.of(
            "/api/doctors/" + doctor + "/agenda?from=2026-01-01&to=2026-01-02",
            "/api/doctors/" + doctor + "/analytics?from=2026-01-01&to=2026-01-02",
            "/api/availability/next?limit=1",
            "/api/audit/events?limit=1",
            "/api/patients/" + UUID.randomUUID(),
            "/api/patients/" + UUID.randomUUID() + "/appointments",
            "/api/appointments/" + UUID.randomUUID())) {
      caughtUp(admin, path);
    }
  }

  private static JsonNode caughtUp(Client asksForTheHead, String path) {
    return Await.until(PATIENCE, () -> asksForTheHead.get(path), answer -> answer.status() != 503)
        .body();
  }

  private List<String> readTables() throws SQLException {
    return column(
        "select table_name from information_schema.tables where table_schema = 'read'"
            + " and table_type = 'BASE TABLE' order by 1");
  }

  private List<String> column(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect() throws SQLException {
    return database.application().connect();
  }
}
