package medic.log.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import medic.log.event.StoredEvent;
import medic.log.note.Checkpoint;
import medic.log.note.VerifierKey;
import medic.log.tree.Frontier;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the whole log: every event against its leaf, every leaf against the stored subtrees,
 * the tree against every checkpoint that is held.
 */
public final class IntegrityCheck {

  private final DataSource database;
  private final VerifierKey key;
  private final CheckpointFiles files;

  /**
   * @param database any role that may read events and log
   */
  public IntegrityCheck(DataSource database, VerifierKey key, CheckpointFiles files) {
    this.database = database;
    this.key = key;
    this.files = files;
  }

  /** What was looked at, and all that is not as it should be. */
  public record Examined(long size, List<Finding> findings) {}

  public Examined examine() throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      return examine(connection);
    }
  }

  private Examined examine(Connection connection) throws SQLException, IOException {
    HeldCheckpoints held = new HeldCheckpoints(files, key);
    Against checkpoints = new Against(held.all(connection));
    LogTables tables = new LogTables(connection);
    long size = tables.size();
    Comparison comparison = new Comparison(0);
    SubtreeCheck subtrees = new SubtreeCheck(tables);
    Frontier tree = new Frontier();
    LoggedEvents.read(
        connection,
        0,
        size,
        logged -> {
          checkpoints.look(tree);
          comparison.add(logged);
          tree.add(logged.hash());
          subtrees.add(logged.hash());
          checkpoints.saw(logged.event());
        });
    checkpoints.look(tree);
    List<Finding> findings = new ArrayList<>(held.foreign());
    findings.addAll(comparison.findings());
    findings.addAll(subtrees.finish());
    findings.addAll(checkpoints.finish(size));
    return new Examined(size, findings);
  }

  /** The growing tree against the checkpoints, each as the tree reaches its size. */
  private static final class Against {

    private static final int MAX_FINDINGS = 20;

    private final List<Checkpoint.Signed> checkpoints;
    private final List<String> since = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int next;
    private long agreed;

    Against(List<Checkpoint.Signed> checkpoints) {
      this.checkpoints = checkpoints;
    }

    void look(Frontier tree) {
      while (next < checkpoints.size() && checkpoints.get(next).size() <= tree.size()) {
        Checkpoint.Signed held = checkpoints.get(next++);
        boolean agrees = held.size() == tree.size() && held.root().equals(tree.root());
        if (agrees) {
          agreed = held.size();
          since.clear();
        } else if (findings.isEmpty()) {
          findings.add(Finding.log(differs(held)));
        }
      }
    }

    /** Between the last checkpoint that agrees and the first that does not. */
    private String differs(Checkpoint.Signed held) {
      return "leaves "
          + agreed
          + " to "
          + (held.size() - 1)
          + " are not those that were signed; among them: "
          + String.join(", ", since);
    }

    void saw(@Nullable StoredEvent event) {
      if (event != null && since.size() < MAX_FINDINGS) {
        since.add(event.toString());
      }
    }

    List<Finding> finish(long size) {
      if (next < checkpoints.size()) {
        long largest = checkpoints.get(checkpoints.size() - 1).size();
        findings.add(Finding.rolledBack(largest, size));
      }
      return findings;
    }
  }
}
