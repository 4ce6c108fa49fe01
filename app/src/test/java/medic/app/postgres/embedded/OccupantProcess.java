package medic.app.postgres.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Starts an {@link Occupant} in a Java process of its own, to be ended gently or killed. */
final class OccupantProcess implements AutoCloseable {

  private final Process process;

  private OccupantProcess(Process process) {
    this.process = process;
  }

  static OccupantProcess launch(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Occupant.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new OccupantProcess(process);
  }

  /** The JDBC URL, once the process has the database open. */
  String awaitOpen() throws IOException {
    BufferedReader reader = process.inputReader();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("open ")) {
        return line.substring("open ".length());
      }
    }
    throw new IOException("the process ended without opening the database");
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it close the database and end. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
