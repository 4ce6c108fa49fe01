package medic.log.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import medic.log.tree.Hash;

/** Makes every stored subtree again, level by level. */
final class SubtreeCheck {

  private final LogTables tables;
  private final List<Hash> block = new ArrayList<>(Blocks.SIZE);
  private final List<Hash> roots = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  SubtreeCheck(LogTables tables) {
    this.tables = tables;
  }

  void add(Hash leaf) {
    block.add(leaf);
    if (block.size() == Blocks.SIZE) {
      roots.add(Blocks.root(block));
      block.clear();
    }
  }

  List<Finding> finish() throws SQLException {
    List<Hash> expected = roots;
    for (int level = 1; !expected.isEmpty(); level++) {
      compare(level, expected);
      expected = Blocks.roots(expected);
    }
    return findings;
  }

  private void compare(int level, List<Hash> expected) throws SQLException {
    try {
      if (!tables.hashes(level, 0, expected.size()).equals(expected)) {
        findings.add(Finding.log("stored subtrees of level " + level + " do not fit the leaves"));
      }
    } catch (SQLException failure) {
      if (!LogDamaged.isMissing(failure)) {
        throw failure;
      }
      findings.add(Finding.log("stored subtrees of level " + level + " are gone"));
    }
  }
}
