package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import medic.app.TestDatabase;
import medic.http.Role;
import medic.personal.MasterKeyFile;
import medic.personal.MasterKeyRotation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A patient's username is found by its keyed hash and kept nowhere; staff's can be read. */
@Tag("server")
class LoginNamesTest {

  private static final String PASSWORD = "correct horse";

  @TempDir Path data;

  @Test
  void aPatientsNameIsNotKept() throws Exception {
    try (Server server = Server.start(data)) {
      StoredLogins logins = server.bean(StoredLogins.class);
      logins.add("grace@example.org", PASSWORD, Role.PATIENT, Server.person(1));
      logins.add("dr.ada", PASSWORD, Role.DOCTOR, Server.person(2));

      assertThat(server.logIn("Grace@Example.org", PASSWORD).statusCode()).isEqualTo(200);
      assertThat(server.logIn("dr.ada", PASSWORD).statusCode()).isEqualTo(200);
      assertThat(rows(server))
          .hasSize(2)
          .noneMatch(row -> row.contains("grace"))
          .anyMatch(row -> row.contains("dr.ada"));
    }
  }

  @Test
  void namesAreFoundUnderAnyEpochOfTheMasterKey() throws Exception {
    String database = TestDatabase.fresh();
    try (Server server = Server.startOn(database, data)) {
      server.bean(StoredLogins.class).add("grace", PASSWORD, Role.PATIENT, Server.person(1));
      new MasterKeyRotation(
              server.bean(DataSource.class), new MasterKeyFile(data.resolve("keys/master.json")))
          .rotate();
      assertThat(server.logIn("grace", PASSWORD).statusCode()).isEqualTo(200);
    }
    try (Server server = Server.startOn(database, data)) {
      assertThat(server.logIn("grace", PASSWORD).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void namesOfAnEarlierVersionAreHashedAtTheNextStart() throws Exception {
    String database = TestDatabase.fresh();
    try (Server server = Server.startOn(database, data)) {
      StoredLogins logins = server.bean(StoredLogins.class);
      logins.add("grace", PASSWORD, Role.PATIENT, Server.person(1));
      logins.add("dr.ada", PASSWORD, Role.DOCTOR, Server.person(2));
      asBefore(server.bean(DataSource.class));
    }
    try (Server server = Server.startOn(database, data)) {
      assertThat(server.logIn("grace", PASSWORD).statusCode()).isEqualTo(200);
      assertThat(server.logIn("dr.ada", PASSWORD).statusCode()).isEqualTo(200);
      assertThat(rows(server)).hasSize(2).noneMatch(row -> row.contains("grace"));
    }
  }

  private static void asBefore(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection
          .createStatement()
          .execute(
              "update work.login set name_hash = null,"
                  + " username = case role when 'PATIENT' then 'grace' else username end");
    }
  }

  private static List<String> rows(Server server) {
    return server
        .bean(JdbcClient.class)
        .sql("select l::text from work.login l")
        .query(String.class)
        .list();
  }
}
