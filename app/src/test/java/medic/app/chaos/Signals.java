package medic.app.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What can happen to a PostgreSQL server on this machine, of which only one is what is meant. */
final class Signals {

  private Signals() {}

  /** SIGKILL to one session's process: the server ends all sessions and recovers. */
  static void killBackend(Connection outside, int which) throws SQLException {
    List<Long> backends = backends(outside);
    if (!backends.isEmpty()) {
      send("KILL", backends.get(Math.floorMod(which, backends.size())));
    }
  }

  /** Ends all other sessions in good order. */
  static void terminateBackends(Connection outside) throws SQLException {
    try (Statement statement = outside.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where usename = current_user and pid <> pg_backend_pid()");
    }
  }

  /** What {@code pg_ctl stop --mode=immediate} sends to the server that runs on this cluster. */
  static void stopAtOnce(Path cluster) throws IOException {
    send("QUIT", Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).get(0)));
  }

  private static List<Long> backends(Connection outside) throws SQLException {
    try (Statement statement = outside.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select pid from pg_stat_activity where usename = current_user"
                    + " and pid <> pg_backend_pid()")) {
      List<Long> backends = new ArrayList<>();
      while (rows.next()) {
        backends.add(rows.getLong(1));
      }
      return backends;
    }
  }

  private static void send(String signal, long process) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process)).start().waitFor();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
