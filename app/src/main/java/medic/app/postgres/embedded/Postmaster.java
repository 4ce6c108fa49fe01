package medic.app.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process that {@code postmaster.pid} tells of. */
record Postmaster(long pid, int port) {

  private static final int PORT_LINE = 3;

  /** The one that runs on a cluster, whoever started it; empty when it is gone. */
  static Optional<Postmaster> on(Path cluster) {
    Path file = cluster.resolve("postmaster.pid");
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      Postmaster told =
          new Postmaster(
              Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(PORT_LINE).strip()));
      return Optional.of(told).filter(Postmaster::isAlive);
    } catch (NumberFormatException cutShort) {
      return Optional.empty(); // PostgreSQL itself says what is to be done about it
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A process of that number that is a PostgreSQL; numbers are used again after a restart. */
  private boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process.info().command().map(command -> command.endsWith("postgres")).orElse(true))
        .isPresent();
  }
}
