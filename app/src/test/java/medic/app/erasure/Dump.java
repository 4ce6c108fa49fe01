package medic.app.erasure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.postgres.embedded.DatabaseSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Every row of every table of the database under a data directory, as text and as bytes. */
final class Dump implements AutoCloseable {

  private final DatabaseSource database;

  private Dump(DatabaseSource database) {
    this.database = database;
  }

  static Dump of(Path data) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("MEDIC_DATA", data.toString())));
    return new Dump(DatabaseSource.open(environment));
  }

  /** The rows that hold one of the words, in clear or in the bytes of a column. */
  List<String> rowsWith(List<String> words) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect()) {
      for (String table : tables(connection)) {
        read(connection, table, words, found);
      }
    }
    return found;
  }

  DatabaseSource database() {
    return database;
  }

  /** As whoever the tables belong to. */
  Connection connect() throws SQLException {
    return database.owner().orElseThrow().connect();
  }

  /** A query's only column. */
  List<Object> column(String query, String id) throws SQLException {
    List<Object> values = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setObject(1, UUID.fromString(id));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getObject(1));
        }
      }
    }
    return values;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery(
                "select format('%I.%I', schemaname, tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static void read(
      Connection connection, String table, List<String> words, List<String> found)
      throws SQLException {
    connection.createStatement().execute("set bytea_output = 'escape'");
    try (ResultSet rows =
        connection.createStatement().executeQuery("select t::text from " + table + " t")) {
      while (rows.next()) {
        String row = rows.getString(1);
        words.stream().filter(row::contains).forEach(word -> found.add(table + ": " + word));
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
