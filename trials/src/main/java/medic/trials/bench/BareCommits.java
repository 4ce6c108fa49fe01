package medic.trials.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** What the same PostgreSQL does at most: one row, one commit, an event's size. */
final class BareCommits {

  static final byte[] PAYLOAD = new byte[400];

  static final String INSERT = "insert into read.bench_row (stream, n, payload) values (?, 0, ?)";

  private final Environment environment;

  BareCommits(Environment environment) throws SQLException {
    this.environment = environment;
    try (Connection connection = connect()) {
      connection
          .createStatement()
          .execute(
              "create table if not exists read.bench_row (id bigint generated always as identity"
                  + " primary key, stream text not null, n bigint not null, payload bytea,"
                  + " unique (stream, n))");
    }
  }

  Clients.Work client() throws SQLException {
    Connection connection = connect();
    PreparedStatement insert = connection.prepareStatement(INSERT);
    return new Clients.Work(
        connection,
        () -> {
          insert.setString(1, UUID.randomUUID().toString());
          insert.setBytes(2, PAYLOAD);
          insert.executeUpdate();
        });
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        environment.getProperty("spring.datasource.url"),
        environment.getProperty("spring.datasource.username"),
        environment.getProperty("spring.datasource.password"));
  }
}
