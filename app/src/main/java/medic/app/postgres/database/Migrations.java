package medic.app.postgres.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import medic.app.StartRefused;
import org.flywaydb.core.Flyway;

/** The database's tables, brought up to date by their owner or found to be. */
public final class Migrations {

  private Migrations() {}

  /**
   * Makes the roles that are missing and runs what has not run yet.
   *
   * @param passwords of the roles that are missing, by role
   * @return how many migrations were run
   */
  public static int run(DatabaseLogin owner, Map<String, String> passwords) {
    prepareRoles(owner, passwords);
    return flyway(owner).migrate().migrationsExecuted;
  }

  /** Makes the roles that are missing. */
  public static void prepareRoles(DatabaseLogin owner, Map<String, String> passwords) {
    try (Connection connection = owner.connect()) {
      Roles.prepare(connection, passwords);
    } catch (SQLException unreachable) {
      throw new IllegalStateException("as the tables' owner", unreachable);
    }
  }

  /**
   * @throws StartRefused when something has not run yet
   */
  public static void refusePending(DatabaseLogin application) {
    int pending = flyway(application).info().pending().length;
    if (pending > 0) {
      throw new StartRefused(
          "The database's tables are not up to date: run ./medic migrate with MEDIC_DB_OWNER_USER"
              + " and MEDIC_DB_OWNER_PASSWORD first.");
    }
  }

  private static Flyway flyway(DatabaseLogin login) {
    return Flyway.configure()
        .dataSource(login.url(), login.user(), login.password())
        .defaultSchema("public")
        .outOfOrder(true)
        .load();
  }
}
