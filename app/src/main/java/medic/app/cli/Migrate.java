package medic.app.cli;

import medic.app.postgres.embedded.DatabaseSource;
import picocli.CommandLine.Command;

/** Brings the database's tables up to date, with the owner's credentials, and ends. */
@Command(name = "migrate", description = "Brings the database's tables up to date and ends.")
public final class Migrate implements Subcommand {

  @Override
  public Integer call() {
    try (DatabaseSource database = Launcher.openDatabase()) {
      System.out.println(database.migrate() + " migrations done");
    }
    return 0;
  }
}
