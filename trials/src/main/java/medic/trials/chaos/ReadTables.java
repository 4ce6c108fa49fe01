package medic.trials.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import medic.query.QuerySideConfiguration;
import medic.trials.cluster.Postgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of all read models, and how far these have come. */
public final class ReadTables {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Postgres postgres;

  public ReadTables(Postgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Every row as text, by table. The log goes on, with messages and with who looks at it: its rows
   * are those up to a position.
   */
  Map<String, List<String>> rows(long position) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    for (String table : tables()) {
      String until = table.startsWith("timeline_") ? " where position <= " + position : "";
      tables.put(table, column("select t::text from read." + table + " t" + until + " order by 1"));
    }
    return tables;
  }

  /** Has every server that starts replay everything. */
  void forget() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      for (String table : tables()) {
        statement.execute("truncate read." + table + " cascade");
      }
      statement.execute(
          "delete from work.token_entry where processor_name in ('"
              + String.join("', '", QuerySideConfiguration.GROUPS)
              + "')");
    }
  }

  /** The read models that have not seen all up to a position, with where they are. */
  public Map<String, Long> behind(long position) throws SQLException {
    Map<String, Long> behind = new HashMap<>();
    QuerySideConfiguration.GROUPS.forEach(group -> behind.put(group, -1L));
    try (Connection connection = postgres.connect();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select processor_name, convert_from(token, 'UTF8') from work.token_entry")) {
      while (rows.next()) {
        String token = rows.getString(2);
        if (behind.containsKey(rows.getString(1)) && token != null) {
          long reached = reached(JSON.readTree(token), connection);
          if (reached >= position) {
            behind.remove(rows.getString(1));
          } else {
            behind.put(rows.getString(1), reached);
          }
        }
      }
    }
    return behind;
  }

  /** A gap is a place that an append gave up, unless an event stands there. */
  private static long reached(JsonNode token, Connection connection) throws SQLException {
    if (!token.has("index")) {
      return token.has("currentToken") ? reached(token.path("currentToken"), connection) : -1;
    }
    long reached = token.path("index").asLong(-1);
    for (JsonNode gap : token.path("gaps")) {
      try (ResultSet row =
          connection
              .createStatement()
              .executeQuery(
                  "select 1 from store.domain_event_entry where global_index = " + gap.asLong())) {
        if (row.next()) {
          return gap.asLong() - 1;
        }
      }
    }
    return reached;
  }

  private List<String> tables() throws SQLException {
    return column(
        "select table_name from information_schema.tables where table_schema = 'read'"
            + " and table_type = 'BASE TABLE' order by 1");
  }

  private List<String> column(String sql) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
