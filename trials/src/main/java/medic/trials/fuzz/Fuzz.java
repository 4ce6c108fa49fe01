package medic.trials.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import medic.app.cli.Subcommand;
import medic.trials.chaos.ChaosCaller;
import medic.trials.chaos.Practice;
import medic.trials.chaos.ReadTables;
import medic.trials.chaos.StoredEvents;
import medic.trials.cluster.Cluster;
import medic.trials.cluster.Health;
import medic.trials.cluster.Node;
import medic.trials.cluster.QuietLog;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks a server everything that its description allows, and a little more. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = "Sends made-up requests of all roles and checks every answer.")
public final class Fuzz implements Subcommand {

  private static final int CLIENTS = 4;
  private static final int SHOWN = 3;
  private static final int PATIENCE = 240;

  @Option(names = "--seed", description = "What the requests are drawn from (default: 1).")
  private long seed = 1;

  @Option(names = "--calls", description = "How many requests (default: 10000).")
  private long calls = 10_000;

  @Option(names = "--seconds", description = "Ends sooner after so many seconds (default: 3600).")
  private long seconds = 3600;

  private final Map<String, List<String>> findings = new ConcurrentSkipListMap<>();
  private final Map<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
  private final AtomicLong sent = new AtomicLong();

  @Override
  public Integer call() throws Exception {
    QuietLog.begin();
    Path home = Files.createTempDirectory("medic-fuzz");
    run(home);
    System.out.println(
        "seed " + seed + ": " + sent + " calls, answered " + new TreeMap<>(statuses));
    findings.forEach(
        (kind, examples) -> {
          System.out.println(examples.size() + " times " + kind);
          examples.stream().limit(SHOWN).forEach(example -> System.out.println("    " + example));
        });
    if (findings.isEmpty()) {
      FileSystemUtils.deleteRecursively(home);
    } else {
      System.out.println("what the server logged is in " + home);
    }
    return findings.isEmpty() ? 0 : 1;
  }

  private void run(Path home) throws Exception {
    try (Cluster cluster = Cluster.start(home, 1)) {
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
      Node node = cluster.nodes().get(0);
      Practice practice = Practice.create(cluster);
      People people = new Setting(cluster, practice).people();
      Description description =
          new Description(practice.admin().get(node.address(), "/v3/api-docs").expect(200).json());
      List<Thread> clients = new ArrayList<>();
      SplittableRandom seeds = new SplittableRandom(seed);
      for (int i = 0; i < CLIENTS; i++) {
        Requests requests = new Requests(description, people, seeds.split());
        Thread client = new Thread(() -> ask(node.port(), requests, new Judge(people.patients())));
        client.start();
        clients.add(client);
      }
      for (Thread client : clients) {
        client.join();
      }
      lookAfterwards(cluster, practice.auditor());
    }
  }

  private void ask(int port, Requests requests, Judge judge) {
    long deadline = System.nanoTime() + seconds * 1_000_000_000L;
    try (Wire wire = new Wire(port)) {
      while (sent.incrementAndGet() <= calls && System.nanoTime() < deadline) {
        askOnce(wire, requests.next(), judge);
      }
    } catch (IOException gone) {
      // a connection that was closed is closed
    }
  }

  private void askOnce(Wire wire, Request request, Judge judge) {
    try {
      Wire.Reply reply = wire.send(request.bytes());
      statuses.computeIfAbsent(reply.status(), first -> new AtomicLong()).incrementAndGet();
      judge
          .fault(request, reply)
          .ifPresent(
              fault ->
                  found(
                      reply.status() + " to " + request.operation() + ": " + fault,
                      request + " -> " + reply.body()));
    } catch (IOException noAnswer) {
      found("no answer to " + request.operation(), request + " -> " + noAnswer);
    }
  }

  private void found(String kind, String example) {
    List<String> examples =
        findings.computeIfAbsent(
            kind, first -> java.util.Collections.synchronizedList(new ArrayList<>()));
    examples.add(example.length() > 2000 ? example.substring(0, 2000) + "..." : example);
  }

  /** Nothing stands still: each read model has seen everything, and the log can be read. */
  private void lookAfterwards(Cluster cluster, ChaosCaller auditor) throws Exception {
    ReadTables tables = new ReadTables(cluster.postgres());
    Map<String, Long> behind = Map.of("all", -1L);
    for (int i = 0; i < PATIENCE && !behind.isEmpty(); i++) {
      Thread.sleep(250);
      behind = tables.behind(StoredEvents.head(cluster.postgres()));
    }
    behind.forEach(
        (group, position) -> found("read model stands still", group + " at " + position));
    Node node = cluster.nodes().get(0);
    if (!Health.isReady(node)) {
      found("not ready afterwards", node.log().toString());
    }
    ChaosCaller.Answer log = auditor.get(node.address(), "/api/audit/events?limit=1");
    if (log.status() != 200) {
      found("the log cannot be read", log.body());
    }
  }
}
