package medic.personal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A PostgreSQL with nothing in it but an empty table of keys. */
final class KeyDatabase implements AutoCloseable {

  private final EmbeddedPostgres postgres;

  private KeyDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static KeyDatabase start() throws IOException, SQLException {
    KeyDatabase database = new KeyDatabase(EmbeddedPostgres.start());
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema keys");
      ScriptUtils.executeSqlScript(
          connection, new ClassPathResource("db/migration/V1000__keys.sql"));
    }
    return database;
  }

  DataSource dataSource() {
    return postgres.getPostgresDatabase();
  }

  void empty() {
    new JdbcTemplate(dataSource()).execute("truncate keys.patient_key");
  }

  byte[] wrapped(UUID subject) {
    return new JdbcTemplate(dataSource())
        .queryForObject(
            "select wrapped from keys.patient_key where subject = ?", byte[].class, subject);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
