package medic.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import medic.app.database.DatabaseLogin;
import medic.app.database.Migrations;
import medic.app.database.Roles;

/** One PostgreSQL for all tests of a run; each asks for a fresh database. */
public final class TestDatabase {

  private static final EmbeddedPostgres POSTGRES = start();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  /** The JDBC URL of a new, empty database. */
  public static String fresh() {
    String name = "test" + NUMBER.incrementAndGet();
    try (Connection connection = POSTGRES.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("create database " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return POSTGRES.getJdbcUrl("postgres", name);
  }

  /** The same database for any user: the one that a test's URL names goes before all others. */
  public static String withoutUser(String url) {
    return url.replaceFirst("\\?.*", "");
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start();
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
