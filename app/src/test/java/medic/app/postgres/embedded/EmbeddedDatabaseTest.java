package medic.app.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import medic.app.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class EmbeddedDatabaseTest {

  @TempDir static Path shared;
  @TempDir Path data;

  @BeforeAll
  static void unpackOnce() {
    Binaries.unpackedIn(shared);
  }

  @BeforeEach
  void findUnpacked() throws Exception {
    Files.createSymbolicLink(data.resolve("bin"), shared);
  }

  @AfterEach
  void leavesNoServerBehind() {
    assertThat(postmaster()).isEmpty();
  }

  @Test
  void startsLockedDownAndDurable() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
      assertThat(query(database, "show fsync")).isEqualTo("on");
      assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(database, "select usesuper::text from pg_user where usename = user"))
          .isEqualTo("false");
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "medic_owner", "guess"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", ""))
          .isInstanceOf(SQLException.class);
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("postgres.properties"))))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsStoredIsThereAfterAStop() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
      execute(database, "create table kept as select 7 as n");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
      assertThat(query(database, "select n from kept")).isEqualTo("7");
    }
  }

  @Test
  void whatIsStoredSurvivesTheKillOfTheProcessThatStartedTheServer() throws Exception {
    OccupantProcess first = OccupantProcess.launch(data);
    first.awaitOpen();
    long served = postmaster().orElseThrow().pid();
    first.kill();
    assertThat(postmaster()).as("the server outlives its starter").isPresent();

    try (EmbeddedDatabase adopted = EmbeddedDatabase.open(data)) {
      assertThat(postmaster().orElseThrow().pid()).isEqualTo(served);
      execute(adopted, "create table kept as select 7 as n");
      try (OccupantProcess second = OccupantProcess.launch(data)) {
        second.awaitOpen();
        second.kill();
      }
      assertThat(query(adopted, "select n from kept")).isEqualTo("7");
    }
  }

  @Test
  void twoFirstStartsAtOnceShareOneServer() throws Exception {
    try (OccupantProcess first = OccupantProcess.launch(data);
        OccupantProcess second = OccupantProcess.launch(data)) {
      assertThat(first.awaitOpen()).isEqualTo(second.awaitOpen());
    }
  }

  @Test
  void theLastToLeaveStopsTheServer() throws Exception {
    try (OccupantProcess staying = OccupantProcess.launch(data)) {
      staying.awaitOpen();
      try (OccupantProcess leaving = OccupantProcess.launch(data)) {
        leaving.awaitOpen();
      }
      assertThat(postmaster()).isPresent();
    }
    assertThat(postmaster()).isEmpty();
  }

  @Test
  void aServerThatIsKilledComesBackWithItsData() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
      execute(database, "create table kept as select 7 as n");
      long killed = postmaster().orElseThrow().pid();
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      assertThat(queryPatiently(database, "select n from kept")).isEqualTo("7");
      assertThat(postmaster().orElseThrow().pid()).isNotEqualTo(killed);
    }
  }

  @Test
  void aClusterWithoutItsPasswordsIsRefused() throws Exception {
    EmbeddedDatabase.open(data).close();
    Files.delete(data.resolve("postgres.properties"));

    assertThatThrownBy(() -> EmbeddedDatabase.open(data))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("postgres.properties");
  }

  /** One role owned everything and was the application's too. */
  @Test
  void dataOfAnEarlierVersionGetsItsRoles() throws Exception {
    Path file = data.resolve("postgres.properties");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
      execute(database, "create table kept as select 7 as n");
      EmbeddedAccess access = EmbeddedAccess.readOrCreate(file);
      try (Connection superuser = access.asSuperuser();
          Statement statement = superuser.createStatement()) {
        statement.execute("drop role medic_app");
        statement.execute("drop role medic_log");
        statement.execute("alter role medic_owner rename to medic");
      }
      Files.writeString(
          file,
          "port=%s%npassword=%s%nsuperuser.password=%s%n"
              .formatted(access.port(), access.ownerPassword(), access.superuserPassword()));
    }

    try (EmbeddedDatabase database = EmbeddedDatabase.open(data)) {
      assertThat(query(database, "select n from kept")).isEqualTo("7");
      for (String role : List.of("medic_app", "medic_log")) {
        try (Connection connection =
            DriverManager.getConnection(database.url(), role, database.passwords().get(role))) {
          assertThat(connection.isValid(1)).isTrue();
        }
      }
    }
  }

  private Optional<Postmaster> postmaster() {
    return Postmaster.on(data.resolve("postgres"));
  }

  private static String queryPatiently(EmbeddedDatabase database, String sql) throws Exception {
    for (int attempts = 0; attempts < 300; attempts++) {
      try {
        return query(database, sql);
      } catch (SQLException notYet) {
        Thread.sleep(100);
      }
    }
    return query(database, sql);
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database)) {
      connection.createStatement().execute(sql);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
  }
}
