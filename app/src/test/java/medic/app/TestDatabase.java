package medic.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import medic.app.postgres.database.DatabaseLogin;
import medic.app.postgres.database.Migrations;
import medic.app.postgres.database.Roles;

/**
 * One PostgreSQL for all tests of a run; each asks for a database of its own. The user {@code
 * postgres} owns everything in it.
 */
public final class TestDatabase {

  private static final EmbeddedPostgres POSTGRES = start();
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String TEMPLATE = "with_all_tables";

  private static boolean templateIsThere;

  private TestDatabase() {}

  /** The JDBC URL of a new, empty database, with its user in it. */
  public static String fresh() {
    return url(create("template1"));
  }

  /** The name of a new database with all tables, as the migrations leave them. */
  public static String migrated() {
    makeTemplate();
    return create(TEMPLATE);
  }

  /** The JDBC URL of a database, with its user in it. */
  public static String url(String name) {
    return POSTGRES.getJdbcUrl("postgres", name);
  }

  /** The same database for any user: the one that a test's URL names goes before all others. */
  public static String withoutUser(String url) {
    return url.replaceFirst("\\?.*", "");
  }

  private static String create(String template) {
    String name = "test_" + NUMBER.incrementAndGet();
    execute("create database " + name + " template " + template);
    return name;
  }

  private static synchronized void makeTemplate() {
    if (!templateIsThere) {
      execute("create database " + TEMPLATE);
      Migrations.run(owner(TEMPLATE), Map.of());
      templateIsThere = true;
    }
  }

  private static DatabaseLogin owner(String name) {
    return new DatabaseLogin(withoutUser(url(name)), "postgres", "");
  }

  private static void execute(String statement) {
    try (Connection connection = POSTGRES.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "300")
              .setServerConfig("fsync", "off")
              .start();
      Migrations.prepareRoles(
          new DatabaseLogin(
              withoutUser(postgres.getJdbcUrl("postgres", "postgres")), "postgres", ""),
          Map.of(Roles.APPLICATION, "app", Roles.LOG, "log"));
      return postgres;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
