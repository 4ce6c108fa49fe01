package medic.app.chaos;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import medic.app.Program;
import medic.app.journey.Client;

/** The application in a process of its own, as {@code ./medic} starts it, that can be killed. */
public final class ChildServer implements AutoCloseable {

  private static final Duration MAX_START_TIME = Duration.ofMinutes(3);

  /** The quick compiler alone: these processes are started often and live for seconds. */
  private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

  private final Process process;
  private final int port;
  private final Path log;

  private ChildServer(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts a process over this data directory and waits until it is ready. */
  public static ChildServer start(Path data) {
    return start(data, Map.of());
  }

  /** As {@link #start(Path)}, with more environment variables. */
  public static ChildServer start(Path data, Map<String, String> more) {
    try {
      int port = freePort();
      Path log = data.resolve("child-" + port + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(Program.command("-XX:+UseParallelGC", "-Xmx1g", QUICK_TO_START));
      builder.environment().put("MEDIC_DATA", data.toString());
      builder.environment().put("SERVER_PORT", Integer.toString(port));
      builder.environment().keySet().removeIf(name -> name.startsWith("MEDIC_DB"));
      builder.environment().putAll(more);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
      ChildServer child = new ChildServer(builder.start(), port, log);
      child.awaitReady();
      return child;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() {
    Instant deadline = Instant.now().plus(MAX_START_TIME);
    while (Instant.now().isBefore(deadline) && process.isAlive()) {
      if (isReady()) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    throw new IllegalStateException("the server did not start, see " + log);
  }

  private boolean isReady() {
    try {
      return client().get("/actuator/health/readiness").status() == 200;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  public Client client() {
    return new Client(address());
  }

  /** SIGKILL: no shutdown hook runs, nothing is flushed. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  @Override
  public void close() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
