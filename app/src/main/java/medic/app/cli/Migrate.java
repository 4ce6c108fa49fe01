package medic.app.cli;

import medic.app.embedded.DatabaseSource;
import org.flywaydb.core.Flyway;
import picocli.CommandLine.Command;

/** Brings the database's tables up to date, with the owner's credentials, and ends. */
@Command(name = "migrate", description = "Brings the database's tables up to date and ends.")
public final class Migrate implements Subcommand {

  @Override
  public Integer call() {
    try (DatabaseSource database = Launcher.openDatabase()) {
      int done = migrate(database.url(), database.user(), database.password());
      System.out.println(done + " migrations done");
    }
    return 0;
  }

  static int migrate(String url, String user, String password) {
    return Flyway.configure()
        .dataSource(url, user, password)
        .defaultSchema("public")
        .outOfOrder(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
