package medic.trials.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import medic.app.Medic;
import org.jspecify.annotations.Nullable;

/** One server of the cluster: a process of its own, reached by its port whenever it runs. */
public final class Node {

  private static final int HEAP_MEGABYTES = 512;
  private static final int PATIENCE_SECONDS = 30;

  private final String name;
  private final int port;
  private final Path log;
  private final FaultProxy database;
  private final Map<String, String> settings;
  private final Path clock;
  private @Nullable Process process;

  Node(String name, int port, Path home, FaultProxy database, Map<String, String> settings) {
    this.name = name;
    this.port = port;
    this.log = home.resolve(name + ".log");
    this.database = database;
    this.settings = settings;
    this.clock = home.resolve(name + ".clock");
  }

  public String name() {
    return name;
  }

  public int port() {
    return port;
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** What lies between it and the database. */
  public FaultProxy database() {
    return database;
  }

  public Path log() {
    return log;
  }

  /** Sets its clock, which is right otherwise. */
  public void clockAhead(Duration ahead) throws IOException {
    SkewedClock.write(clock, ahead);
  }

  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Begins to start; it is ready later. */
  public synchronized void start() throws IOException {
    if (isAlive()) {
      return;
    }
    process =
        program(
                List.of("-D" + SkewedTime.CLOCK_FILE + "=" + clock, Medic.class.getName()),
                environment(),
                log)
            .start();
  }

  /** Runs a subcommand to its end. */
  static void run(Map<String, String> environment, Path log, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Medic.class.getName()));
    command.addAll(List.of(arguments));
    Process process = program(command, environment, log).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", arguments) + " failed, see " + log);
    }
  }

  /** SIGKILL: no hook runs, nothing is flushed. */
  public synchronized void kill() {
    if (process != null) {
      Signals.send("KILL", process.pid());
      await();
    }
  }

  public synchronized void freeze() {
    if (process != null) {
      Signals.send("STOP", process.pid());
    }
  }

  public synchronized void thaw() {
    if (process != null) {
      Signals.send("CONT", process.pid());
    }
  }

  /** As an operator stops it. */
  public synchronized void stop() {
    if (process != null) {
      process.destroy();
      await();
    }
  }

  private void await() {
    try {
      if (process != null && !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.put(
        "MEDIC_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + Postgres.DATABASE);
    return environment;
  }

  private static ProcessBuilder program(
      List<String> mainAndArguments, Map<String, String> environment, Path log) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(mainAndArguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("MEDIC_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
    return builder;
  }
}
