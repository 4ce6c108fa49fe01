package medic.app.cli;

import java.sql.Connection;
import java.sql.SQLException;
import medic.app.postgres.embedded.DatabaseSource;
import picocli.CommandLine.Command;

/** Removes the logins that a server without configuration has. */
@Command(name = "drop-demo-logins", description = "Removes the demo logins and ends.")
public final class DropDemoLogins implements Subcommand {

  @Override
  public Integer call() throws SQLException {
    try (DatabaseSource database = Launcher.openDatabase();
        Connection connection = database.application().connect();
        var delete = connection.prepareStatement("delete from work.login where demo")) {
      System.out.println(delete.executeUpdate() + " demo logins removed");
    }
    return 0;
  }
}
