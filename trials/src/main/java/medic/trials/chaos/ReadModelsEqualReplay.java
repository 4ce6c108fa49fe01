package medic.trials.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medic.trials.cluster.Cluster;
import medic.trials.cluster.Node;

/** Read models come to the log's end, and a replay from nothing makes the same rows. */
final class ReadModelsEqualReplay implements Check {

  private static final int PATIENCE_SECONDS = 90;
  private static final int SHOWN = 3;
  private static final int ATTEMPTS = 3;

  private boolean made;

  @Override
  public String name() {
    return "read models equal a replay";
  }

  @Override
  public boolean wasMade() {
    return made;
  }

  @Override
  public List<String> findings(ChaosEvidence evidence) throws Exception {
    Cluster cluster = evidence.cluster();
    ReadTables tables = new ReadTables(cluster.postgres());
    made = false;
    for (int attempt = 0; attempt < ATTEMPTS && !made; attempt++) {
      List<String> findings = compare(cluster, tables);
      if (!findings.isEmpty()) {
        return findings;
      }
    }
    return List.of();
  }

  /** Servers store this and that even at rest: then there is nothing to compare with. */
  private List<String> compare(Cluster cluster, ReadTables tables) throws Exception {
    List<String> stuck = awaitHead(cluster, tables);
    if (!stuck.isEmpty()) {
      return stuck;
    }
    cluster.nodes().forEach(Node::kill);
    long head = StoredEvents.head(cluster.postgres());
    if (!tables.behind(head).isEmpty()) {
      startAgain(cluster);
      return List.of();
    }
    Map<String, List<String>> before = tables.rows(head);
    tables.forget();
    startAgain(cluster);
    stuck = awaitHead(cluster, tables);
    if (!stuck.isEmpty() || !StoredEvents.after(cluster.postgres(), head).isEmpty()) {
      return stuck;
    }
    made = true;
    return differences(before, tables.rows(head));
  }

  private static void startAgain(Cluster cluster) throws IOException, InterruptedException {
    for (Node node : cluster.nodes()) {
      node.start();
    }
    for (Node node : cluster.nodes()) {
      cluster.awaitReady(node);
    }
  }

  private static List<String> awaitHead(Cluster cluster, ReadTables tables)
      throws SQLException, InterruptedException {
    Map<String, Long> behind = Map.of("all", -1L);
    long head = -1;
    for (int i = 0; i < PATIENCE_SECONDS * 4 && !behind.isEmpty(); i++) {
      Thread.sleep(250);
      head = StoredEvents.head(cluster.postgres());
      behind = tables.behind(head);
    }
    long last = head;
    return behind.entrySet().stream()
        .map(group -> group.getKey() + " is stuck at " + group.getValue() + " of " + last)
        .toList();
  }

  private static List<String> differences(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    List<String> findings = new ArrayList<>();
    after.forEach(
        (table, rows) -> {
          Set<String> missing = new HashSet<>(rows);
          List<String> had = before.getOrDefault(table, List.of());
          had.forEach(missing::remove);
          Set<String> more = new HashSet<>(had);
          rows.forEach(more::remove);
          if (!missing.isEmpty() || !more.isEmpty() || had.size() != rows.size()) {
            findings.add(
                "%s: %d rows, a replay makes %d; missing %s; too many %s"
                    .formatted(table, had.size(), rows.size(), some(missing), some(more)));
          }
        });
    return findings;
  }

  private static List<String> some(Set<String> rows) {
    return rows.stream().limit(SHOWN).toList();
  }
}
