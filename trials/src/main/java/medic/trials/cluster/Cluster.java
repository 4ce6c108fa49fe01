package medic.trials.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Servers, their database behind proxies, and a provider of tokens; all on loopback. */
public final class Cluster implements AutoCloseable {

  private static final Duration MAX_START_TIME = Duration.ofSeconds(120);

  private final Postgres postgres;
  private final Issuer issuer;
  private final List<Node> nodes;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Cluster(Postgres postgres, Issuer issuer, List<Node> nodes) {
    this.postgres = postgres;
    this.issuer = issuer;
    this.nodes = List.copyOf(nodes);
  }

  /** Makes one under an empty directory and starts it. */
  public static Cluster start(Path home, int size) throws IOException, InterruptedException {
    return start(home, size, Map.of());
  }

  /** As {@link #start(Path, int)}, with more settings for each server. */
  public static Cluster start(Path home, int size, Map<String, String> more)
      throws IOException, InterruptedException {
    Postgres postgres = database(home);
    Issuer issuer = Issuer.start();
    Cluster cluster = new Cluster(postgres, issuer, nodes(home, size, postgres, issuer, more));
    try {
      Node.run(migration(postgres, home), home.resolve("migrate.log"), "migrate");
      for (Node node : cluster.nodes) {
        node.start(); // one after the other: the first makes the keys that all share
        cluster.awaitReady(node);
      }
      return cluster;
    } catch (RuntimeException | IOException | InterruptedException failure) {
      cluster.close();
      throw failure;
    }
  }

  public Postgres postgres() {
    return postgres;
  }

  public Issuer issuer() {
    return issuer;
  }

  public List<Node> nodes() {
    return nodes;
  }

  /** Ends every fault and waits until each part is there again. */
  public void heal() throws IOException, InterruptedException {
    postgres.thaw();
    postgres.emptyDisk();
    for (Node node : nodes) {
      node.thaw();
      node.clockAhead(Duration.ZERO);
      node.database().weather(FaultProxy.Weather.CLEAR);
    }
    if (!postgres.answers()) {
      postgres.stopImmediately();
      postgres.start();
    }
    for (Node node : nodes) {
      node.start();
    }
    for (Node node : nodes) {
      awaitReady(node);
    }
  }

  public void awaitReady(Node node) throws InterruptedException {
    long deadline = System.nanoTime() + MAX_START_TIME.toNanos();
    while (!Health.isReady(node)) {
      if (System.nanoTime() > deadline || !node.isAlive()) {
        throw new IllegalStateException(node.name() + " is not ready, see " + node.log());
      }
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    nodes.forEach(Node::thaw);
    nodes.forEach(Node::kill);
    for (Node node : nodes) {
      try {
        node.database().close();
      } catch (IOException gone) {
        // closed is closed
      }
    }
    issuer.close();
    postgres.close();
  }

  private static Postgres database(Path home) throws IOException {
    Files.createDirectories(home);
    try {
      return Postgres.create(home);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<Node> nodes(
      Path home, int size, Postgres postgres, Issuer issuer, Map<String, String> more)
      throws IOException {
    List<Node> nodes = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      Map<String, String> settings = new HashMap<>(settings(home, issuer));
      settings.putAll(more);
      nodes.add(
          new Node("node-" + i, Ports.free(), home, FaultProxy.to(postgres.port()), settings));
    }
    return nodes;
  }

  private static Map<String, String> settings(Path home, Issuer issuer) {
    return Map.of(
        "MEDIC_DATA",
        home.resolve("data").toString(),
        "MEDIC_DB_USER",
        "medic_app",
        "MEDIC_DB_PASSWORD",
        Postgres.PASSWORD,
        "MEDIC_DB_LOG_USER",
        "medic_log",
        "MEDIC_DB_LOG_PASSWORD",
        Postgres.PASSWORD,
        "MEDIC_OIDC_ISSUER",
        issuer.address());
  }

  private static Map<String, String> migration(Postgres postgres, Path home) {
    return Map.of(
        "MEDIC_DATA", home.resolve("data").toString(),
        "MEDIC_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + Postgres.DATABASE,
        "MEDIC_DB_OWNER_USER", Postgres.OWNER,
        "MEDIC_DB_OWNER_PASSWORD", Postgres.PASSWORD,
        "MEDIC_DB_PASSWORD", Postgres.PASSWORD,
        "MEDIC_DB_LOG_PASSWORD", Postgres.PASSWORD);
  }
}
