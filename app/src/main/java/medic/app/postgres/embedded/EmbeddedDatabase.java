package medic.app.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import medic.app.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own under a data directory, listening on loopback, shared by every process
 * that opens the same directory. A server that a killed process left behind is adopted; one that
 * died is started again by whoever notices first; the last process to close stops it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration LOOK_AFTER_IT_EVERY = Duration.ofSeconds(2);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

  private final Path data;
  private final Path cluster;
  private final Path accessFile;
  private final Programs programs;
  private final ProcessLocks locks;
  private final ScheduledExecutorService care;
  private volatile EmbeddedAccess access;

  private EmbeddedDatabase(Path data, ProcessLocks locks) {
    this.data = data;
    this.cluster = data.resolve("postgres");
    this.accessFile = data.resolve("postgres.properties");
    this.programs =
        new Programs(Binaries.unpackedIn(data.resolve("bin")), data.resolve("postgres.log"));
    this.locks = locks;
    if (Files.exists(cluster) && Files.notExists(accessFile)) {
      throw new StartRefused(
          accessFile + " is missing: it holds the passwords of the database beside it.");
    }
    this.access = EmbeddedAccess.readOrCreate(accessFile);
    this.care =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "postgres-care");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts the database under a data directory, or joins the one that runs there.
   *
   * @throws StartRefused when what lies there cannot be used
   */
  public static EmbeddedDatabase open(Path directory) {
    Path data = directory.toAbsolutePath().normalize();
    ProcessLocks locks = new ProcessLocks(data);
    try {
      EmbeddedDatabase database = locks.alone(() -> startOrJoin(data, locks));
      database.keepAlive();
      return database;
    } catch (RuntimeException failure) {
      locks.close();
      throw failure;
    }
  }

  private static EmbeddedDatabase startOrJoin(Path data, ProcessLocks locks) {
    locks.startUsing();
    EmbeddedDatabase database = new EmbeddedDatabase(data, locks);
    database.startOrJoin();
    return database;
  }

  public String url() {
    return access.url();
  }

  /** The role that the tables belong to. */
  public String owner() {
    return EmbeddedAccess.OWNER;
  }

  public String ownerPassword() {
    return access.ownerPassword();
  }

  /** The passwords of {@link medic.app.postgres.database.Roles}, by role. */
  public Map<String, String> passwords() {
    return access.passwords();
  }

  /** Stops the server when no other process uses it. */
  @Override
  public void close() {
    stopCare();
    locks.alone(this::stopIfLast);
    locks.close();
  }

  private boolean stopIfLast() {
    boolean last = locks.stopUsingAsLast(data);
    if (last && Postmaster.on(cluster).isPresent()) {
      programs.stop(cluster);
    }
    return last;
  }

  private EmbeddedAccess startOrJoin() {
    Optional<Postmaster> running = Postmaster.on(cluster);
    if (running.isPresent()) {
      access = EmbeddedAccess.readOrCreate(accessFile);
      Readiness.await(access, running.get());
    } else {
      createCluster();
      start();
    }
    Bootstrap.prepare(access, cluster);
    return access;
  }

  private void createCluster() {
    if (Files.exists(cluster)) {
      return;
    }
    Path draft = data.resolve("postgres.new");
    try {
      FileSystemUtils.deleteRecursively(draft);
      Path passwordFile = Files.createTempFile(data, ".password", null);
      Files.writeString(passwordFile, access.superuserPassword());
      try {
        programs.initdb(draft, passwordFile);
      } finally {
        Files.delete(passwordFile);
      }
      Files.move(draft, cluster);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The port is written down first: a process killed from here on can be followed. */
  private void start() {
    access = access.onPort(isFree(access.port()) ? access.port() : freePort(), accessFile);
    programs.start(cluster, ServerOptions.on(access.port()));
  }

  private void keepAlive() {
    care.scheduleWithFixedDelay(
        this::startAgainIfGone,
        LOOK_AFTER_IT_EVERY.toMillis(),
        LOOK_AFTER_IT_EVERY.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Without an interrupt, which would close the locks' files under its feet. */
  private void stopCare() {
    care.shutdown();
    try {
      if (!care.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("PostgreSQL is still being started while the application stops");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void startAgainIfGone() {
    try {
      if (Postmaster.on(cluster).isEmpty()) {
        LOG.warn("PostgreSQL is gone and is started again");
        locks.alone(this::startOrJoin);
      }
    } catch (RuntimeException failure) {
      LOG.error("PostgreSQL cannot be started again", failure);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return port == socket.getLocalPort();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
