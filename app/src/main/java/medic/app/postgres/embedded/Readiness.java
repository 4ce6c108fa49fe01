package medic.app.postgres.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import medic.app.StartRefused;

/** Waits for a server that another process started, which may still be recovering. */
final class Readiness {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Readiness() {}

  static void await(EmbeddedAccess access, Postmaster postmaster) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!answers(access)) {
      if (Instant.now().isAfter(end)) {
        throw new StartRefused(
            "PostgreSQL runs as process " + postmaster.pid() + " but does not answer: stop it.");
      }
      pause();
    }
  }

  private static boolean answers(EmbeddedAccess access) {
    try (Connection connection = access.asSuperuser()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      if ("28P01".equals(notYet.getSQLState())) {
        throw new StartRefused(
            "The database beside it does not take postgres.properties' password.");
      }
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for PostgreSQL", stopped);
    }
  }
}
