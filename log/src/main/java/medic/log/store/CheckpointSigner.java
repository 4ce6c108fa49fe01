package medic.log.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import medic.log.note.Checkpoint;
import medic.log.note.Signer;
import medic.log.tree.Frontier;
import medic.log.tree.Hash;
import medic.log.tree.Tree;

/**
 * Signs the log's head, after it has made each new leaf again from its event and has seen the log
 * grow out of the last head that it signed. It takes nothing on trust from the database but the
 * hashes that the last root, which was signed, is made of.
 */
public final class CheckpointSigner {

  private final DataSource database;
  private final Signer signer;
  private final CheckpointFiles files;

  /**
   * @param database as the log's role
   * @param files where checkpoints are kept outside the database
   */
  public CheckpointSigner(DataSource database, Signer signer, CheckpointFiles files) {
    this.database = database;
    this.signer = signer;
    this.files = files;
  }

  /**
   * What came of it.
   *
   * @param checkpoint over all that is logged; absent when nothing is, or something was found
   */
  public record Outcome(
      Optional<Checkpoint.Signed> checkpoint, long size, List<Finding> findings) {}

  /** Signs all that is logged; what was signed before is not signed again. */
  public Outcome sign() throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      return sign(connection);
    } catch (LogDamaged damaged) {
      return damaged(damaged);
    }
  }

  private static Outcome damaged(LogDamaged damaged) throws SQLException {
    if (!LogDamaged.isMissing(damaged.failure())) {
      throw damaged.failure();
    }
    return new Outcome(
        Optional.empty(), 0, List.of(Finding.log(String.valueOf(damaged.getMessage()))));
  }

  private Outcome sign(Connection connection) throws SQLException, IOException {
    HeldCheckpoints held = new HeldCheckpoints(files, signer.verifier());
    Optional<Checkpoint.Signed> last = held.latest(connection);
    long size = new LogTables(connection).size();
    List<Finding> findings = new ArrayList<>(held.foreign());
    Frontier tree = new Frontier();
    if (last.isPresent()) {
      findings.addAll(compare(last.get(), size, connection));
      if (findings.isEmpty()) {
        tree = new Tree(new StoredSubtrees(connection, size), last.get().size()).frontier();
      }
    }
    if (!findings.isEmpty()) {
      return new Outcome(Optional.empty(), size, findings);
    }
    if (last.isPresent() && last.get().size() == size || size == 0) {
      return new Outcome(last, size, findings);
    }
    return signGrown(connection, tree, size);
  }

  private static List<Finding> compare(Checkpoint.Signed last, long size, Connection connection) {
    if (last.size() > size) {
      return List.of(Finding.rolledBack(last.size(), size));
    }
    Hash root = new Tree(new StoredSubtrees(connection, size), last.size()).root();
    return root.equals(last.root())
        ? List.of()
        : List.of(Finding.log("the first " + last.size() + " leaves are not those signed before"));
  }

  private Outcome signGrown(Connection connection, Frontier tree, long size)
      throws SQLException, IOException {
    Comparison comparison = new Comparison(tree.size());
    LoggedEvents.read(connection, tree.size(), size, logged -> tree.add(comparison.add(logged)));
    List<Finding> findings = new ArrayList<>(comparison.findings());
    findings.removeIf(finding -> finding.kind() == Finding.Kind.EVENT_INSERTED);
    Hash stored = new Tree(new StoredSubtrees(connection, size), size).root();
    if (findings.isEmpty() && !tree.root().equals(stored)) {
      findings.add(Finding.log("the log's own hashes do not fit its leaves"));
    }
    if (!findings.isEmpty()) {
      return new Outcome(Optional.empty(), size, findings);
    }
    Checkpoint.Signed signed = Checkpoint.sign(size, tree.root(), signer);
    files.add(size, signed.note());
    add(connection, signed);
    return new Outcome(Optional.of(signed), size, List.of());
  }

  private static void add(Connection connection, Checkpoint.Signed signed) throws SQLException {
    String sql =
        "insert into log.checkpoint (size, root, note) values (?, ?, ?)"
            + " on conflict (size) do nothing";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, signed.size());
      insert.setBytes(2, signed.root().bytes());
      insert.setString(3, signed.note());
      insert.executeUpdate();
    }
  }
}
