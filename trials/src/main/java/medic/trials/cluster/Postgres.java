package medic.trials.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import medic.app.postgres.embedded.Binaries;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the cluster's own, with every way to stop one that there is. */
public final class Postgres implements AutoCloseable {

  static final String OWNER = "postgres";
  static final String PASSWORD = "trials";
  static final String DATABASE = "medic";
  private static final int DISK_MEGABYTES = 1536;
  private static final int PATIENCE_SECONDS = 60;
  private static final int SHARED_BUFFERS_MEGABYTES = 128;

  private final Path programs;
  private final Path data;
  private final Path log;
  private final int port;
  private final @Nullable SmallDisk disk;

  private Postgres(Path programs, Path home, int port, @Nullable SmallDisk disk) {
    this.programs = programs;
    this.data = home.resolve("disk").resolve("postgres");
    this.log = home.resolve("postgres.log");
    this.port = port;
    this.disk = disk;
  }

  /** Makes one under a directory and starts it. */
  public static Postgres create(Path home) throws IOException, SQLException {
    Files.createDirectories(home);
    SmallDisk disk = SmallDisk.mount(home.resolve("disk"), DISK_MEGABYTES);
    Postgres postgres =
        new Postgres(Binaries.unpackedIn(home.resolve("bin")), home, Ports.free(), disk);
    postgres.initialise(home);
    postgres.start();
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + DATABASE);
    }
    return postgres;
  }

  public int port() {
    return port;
  }

  /** Whether its disk can be filled here. */
  public boolean hasSmallDisk() {
    return disk != null;
  }

  /** A connection with every right, past all proxies. */
  public Connection connect() throws SQLException {
    return connect(DATABASE);
  }

  public void start() {
    if (run("pg_ctl", "-D", data.toString(), "-l", log.toString(), "-o", options(), "-w", "start")
        != 0) {
      throw new IllegalStateException("PostgreSQL does not start, see " + log);
    }
  }

  /** As a crash of the machine's power would leave it: nothing more is written. */
  public void stopImmediately() {
    run("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
  }

  public void stopFast() {
    run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
  }

  /** SIGKILL to the postmaster; what it leaves behind is stopped before the next start. */
  public void kill() {
    List<Long> all = new ArrayList<>();
    ProcessHandle.of(postmaster())
        .ifPresent(
            handle -> {
              handle.descendants().forEach(child -> all.add(child.pid()));
              all.add(0, handle.pid());
            });
    all.forEach(pid -> Signals.send("KILL", pid));
    forgetPostmaster(all);
  }

  /**
   * A killed process that nobody has waited for yet counts as one that runs, where PostgreSQL looks
   * for another one with its data. Once all are dead, it is told that there is none.
   */
  private void forgetPostmaster(List<Long> killed) {
    for (int tries = 0; tries < 100 && killed.stream().anyMatch(Postgres::runs); tries++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    try {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Holds every process of it still. */
  public void freeze() {
    Signals.send("STOP", postmaster());
    processes("").forEach(pid -> Signals.send("STOP", pid));
  }

  public void thaw() {
    processes("").forEach(pid -> Signals.send("CONT", pid));
    Signals.send("CONT", postmaster());
  }

  /** SIGKILL to one process that serves a connection: all others are cut, too, and it recovers. */
  public void killBackend(int choice) {
    killOne(backends(), choice);
  }

  /** SIGKILL to a process of its own such as {@code checkpointer}. */
  public void killWorker(String title) {
    killOne(processes(title), 0);
  }

  /** Ends one connection as an administrator would. */
  public void terminateBackend(int choice) throws SQLException {
    List<Long> backends = backends();
    if (!backends.isEmpty()) {
      try (Connection connection = connect("postgres");
          Statement statement = connection.createStatement()) {
        statement.execute(
            "select pg_terminate_backend("
                + backends.get(Math.floorMod(choice, backends.size()))
                + ")");
      }
    }
  }

  public void fillDisk() throws IOException {
    if (disk != null) {
      disk.fill();
    }
  }

  public void emptyDisk() throws IOException {
    if (disk != null) {
      disk.empty();
    }
  }

  /** Whether it takes statements. */
  public boolean answers() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select 1")) {
      return row.next();
    } catch (SQLException away) {
      return false;
    }
  }

  @Override
  public void close() {
    thaw();
    stopImmediately();
    if (disk != null) {
      disk.close();
    }
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", OWNER);
    properties.setProperty("password", PASSWORD);
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
  }

  private void initialise(Path home) throws IOException {
    Path password = Files.writeString(home.resolve("password"), PASSWORD);
    int exit =
        run(
            "initdb",
            "--pgdata=" + data,
            "--username=" + OWNER,
            "--auth=scram-sha-256",
            "--pwfile=" + password,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C");
    if (exit != 0) {
      throw new IllegalStateException("initdb failed under " + home);
    }
  }

  private String options() {
    return "-p "
        + port
        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200"
        + " -c shared_buffers="
        + SHARED_BUFFERS_MEGABYTES
        + "MB -c max_wal_size=256MB -c min_wal_size=80MB -c log_min_error_statement=panic"
        + " -c log_error_verbosity=terse";
  }

  private void killOne(List<Long> pids, int choice) {
    if (!pids.isEmpty()) {
      Signals.send("KILL", pids.get(Math.floorMod(choice, pids.size())));
    }
  }

  private List<Long> backends() {
    return processes("medic_");
  }

  /** Its processes whose title holds a word, in the order of their ids. */
  private List<Long> processes(String word) {
    return ProcessHandle.of(postmaster()).stream()
        .flatMap(ProcessHandle::descendants)
        .map(ProcessHandle::pid)
        .filter(pid -> title(pid).contains(word))
        .sorted()
        .toList();
  }

  private static boolean runs(long pid) {
    return !title(pid).isEmpty();
  }

  private static String title(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  private long postmaster() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    } catch (IOException none) {
      return Long.MAX_VALUE;
    }
  }

  private int run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (Binaries.needsAnotherUser()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
