package medic.app.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import medic.app.StartRefused;
import medic.app.TestDatabase;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Each statement that would change the log, tried as each role, on a database in use. */
@Tag("server")
class RolesTest {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String CHECK_VIOLATION = "23514";
  private static final String GENERATED_ALWAYS = "428C9";
  private static final String TABLES_ARE_ONLY_ADDED_TO = "it is only added to";

  private static final List<String> ONLY_ADDED_TO =
      List.of(
          "store.domain_event_entry",
          "log.leaf",
          "log.subtree",
          "log.checkpoint",
          "log.examination");

  private static final String EVENT =
      """
      insert into store.domain_event_entry (event_identifier, aggregate_identifier,
        sequence_number, time_stamp, payload_type, payload, meta_data%s)
      values (gen_random_uuid()::text, gen_random_uuid()::text, 0, '%s', 'x', '{}', '{}'%s)
      """;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    Client admin = server.admin();
    new Practice(admin).patient();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> changesOfWhatIsOnlyAddedTo() {
    return ONLY_ADDED_TO.stream()
        .flatMap(
            table ->
                Stream.of(
                    "update " + table + " set " + column(table) + " = " + column(table),
                    "delete from " + table,
                    "truncate " + table));
  }

  private static String column(String table) {
    return switch (table) {
      case "store.domain_event_entry" -> "payload";
      case "log.checkpoint" -> "note";
      case "log.examination" -> "findings";
      default -> "hash";
    };
  }

  static Stream<String> waysAround() {
    return Stream.of(
        EVENT
            .formatted(", global_index", "2026-01-01T00:00:00Z", ", -99")
            .replace("values", "overriding system value values"),
        "alter table store.domain_event_entry disable trigger all",
        "alter table store.domain_event_entry drop constraint time_is_an_instant",
        "drop table store.domain_event_entry",
        "drop trigger only_added_to on log.leaf",
        "drop schema log cascade",
        "create table store.another (n int)",
        "create table log.another (n int)",
        "select setval('store.domain_event_entry_global_index_seq', 1)",
        "create or replace function store.refuse_change() returns trigger language plpgsql"
            + " as 'begin return new; end'",
        "set session_replication_role = replica",
        "delete from public.flyway_schema_history",
        "delete from keys.patient_key",
        "update keys.patient_key set subject = gen_random_uuid()",
        "copy store.domain_event_entry to program 'cat'");
  }

  @ParameterizedTest
  @MethodSource({"changesOfWhatIsOnlyAddedTo", "waysAround"})
  void theApplicationMayNot(String statement) throws SQLException {
    refused(Roles.APPLICATION, statement);
  }

  @ParameterizedTest
  @MethodSource({"changesOfWhatIsOnlyAddedTo", "waysAround"})
  void theLogsRoleMayNot(String statement) throws SQLException {
    refused(Roles.LOG, statement);
  }

  @ParameterizedTest
  @MethodSource("changesOfWhatIsOnlyAddedTo")
  void notEvenTheOwnerDoesItByMistake(String statement) throws SQLException {
    try (Connection owner = server.owner()) {
      assertRefused(owner, statement, INSUFFICIENT_PRIVILEGE)
          .hasMessageContaining(TABLES_ARE_ONLY_ADDED_TO);
      execute(owner, "set session_replication_role = replica");
      assertRefused(owner, statement, INSUFFICIENT_PRIVILEGE)
          .hasMessageContaining(TABLES_ARE_ONLY_ADDED_TO);
    }
  }

  static Stream<String> additionsToTheLog() {
    return Stream.of(
        "insert into log.leaf (leaf_index, global_index, event_key, hash)"
            + " values (77777, 77777, 1, decode(repeat('00', 32), 'hex'))",
        "insert into log.subtree values (9, 9, decode(repeat('00', 32), 'hex'))",
        "insert into log.checkpoint (size, root, note)"
            + " values (77777, decode(repeat('00', 32), 'hex'), 'x')",
        "insert into log.examination (whole, size, findings) values (true, 0, '[]')");
  }

  @ParameterizedTest
  @MethodSource("additionsToTheLog")
  void onlyTheLogsRoleAddsToTheLog(String statement) throws SQLException {
    refused(Roles.APPLICATION, statement);
    try (Connection log = as(Roles.LOG)) {
      log.setAutoCommit(false);
      execute(log, statement);
      log.rollback();
    }
  }

  @Test
  void nobodyChoosesAnEventsPlaceByMistake() throws SQLException {
    String placed = EVENT.formatted(", global_index", "2026-01-01T00:00:00Z", ", 99999");
    try (Connection owner = server.owner()) {
      assertRefused(owner, placed, GENERATED_ALWAYS);
    }
  }

  @Test
  void theLogsRoleAppendsNoEventsAndReadsNoKeys() throws SQLException {
    refused(Roles.LOG, EVENT.formatted("", "2026-01-01T00:00:00Z", ""));
    refused(Roles.LOG, "select * from keys.patient_key");
    refused(Roles.LOG, "select * from work.login");
    refused(Roles.LOG, "select * from read.patient_v1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-01-01 00:00:00"})
  void anEventHasATimeThatReadersUnderstand(String time) throws SQLException {
    try (Connection application = as(Roles.APPLICATION)) {
      assertRefused(application, EVENT.formatted("", time, ""), CHECK_VIOLATION);
    }
  }

  @Test
  void aDestroyedKeyStaysDestroyed() throws SQLException {
    try (Connection application = as(Roles.APPLICATION)) {
      execute(
          application,
          "insert into keys.patient_key (subject, wrapped)"
              + " values ('00000000-0000-0000-0000-00000000dead', 'x')");
      execute(application, destroyed("null, destroyed_at = now()"));
      assertRefused(application, destroyed("'y', destroyed_at = null"), INSUFFICIENT_PRIVILEGE);
    }
  }

  private static String destroyed(String values) {
    return "update keys.patient_key set wrapped = "
        + values
        + " where subject = '00000000-0000-0000-0000-00000000dead'";
  }

  @Test
  void theApplicationOwnsItsReadModelsWhoeverMadeThem() throws SQLException {
    try (Connection application = as(Roles.APPLICATION);
        Statement statement = application.createStatement();
        var strange =
            statement.executeQuery(
                "select tablename from pg_tables where schemaname = 'read'"
                    + " and tableowner <> 'medic_app'")) {
      assertThat(strange.next()).isFalse();
      statement.execute("create table read.another_v1 (n int)");
      statement.execute("drop table read.another_v1");
    }
  }

  @Test
  void whoMayNotMakeRolesIsToldWhatIsMissing() throws SQLException {
    String url = TestDatabase.withoutUser(TestDatabase.fresh());
    try (Connection superuser = new DatabaseLogin(url, "postgres", "").connect()) {
      execute(superuser, "drop role if exists weak_owner");
      execute(superuser, "create role weak_owner login");
    }
    assertThatThrownBy(
            () -> Migrations.prepareRoles(new DatabaseLogin(url, "weak_owner", ""), Map.of()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("medic_app")
        .hasMessageContaining("docs/database.md");
  }

  @Test
  void withoutTheOwnerAServerWaitsForMigrations() {
    String url = TestDatabase.withoutUser(TestDatabase.fresh());
    DatabaseLogin login = new DatabaseLogin(url, "postgres", "");
    assertThatThrownBy(() -> Migrations.refusePending(login))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("./medic migrate");
    Migrations.run(login, Map.of(Roles.APPLICATION, "app"));
    Migrations.refusePending(new DatabaseLogin(url, Roles.APPLICATION, "app"));
  }

  @Test
  void aUserWhoCouldChangeEventsIsRefused() throws SQLException {
    try (Connection owner = server.owner()) {
      JdbcClient asOwner = JdbcClient.create(new SingleConnectionDataSource(owner, true));
      assertThatThrownBy(() -> new RightsCheck(asOwner).afterSingletonsInstantiated())
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("docs/database.md");
    }
    new RightsCheck(JdbcClient.create(server.dataSource())).afterSingletonsInstantiated();
  }

  private static void refused(String role, String statement) throws SQLException {
    try (Connection connection = as(role)) {
      assertRefused(connection, statement, INSUFFICIENT_PRIVILEGE);
    }
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(
      Connection connection, String statement, String state) {
    return assertThatThrownBy(() -> execute(connection, statement))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo(state));
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement executing = connection.createStatement()) {
      executing.execute(statement);
    }
  }

  private static Connection as(String role) throws SQLException {
    try (Connection owner = server.owner()) {
      return new DatabaseLogin(owner.getMetaData().getURL(), role, role).connect();
    }
  }
}
