package medic.log.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import medic.log.tree.Hash;
import medic.log.tree.Subtrees;

/** Subtrees out of the log's tables, a block a read, of which the last few are remembered. */
final class StoredSubtrees implements Subtrees {

  private static final int REMEMBERED = 64;

  private record Block(int level, long place) {}

  private final LogTables tables;
  private final long size;
  private final Map<Block, List<List<Hash>>> read =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Block, List<List<Hash>>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param size how many leaves there are to be asked about
   */
  StoredSubtrees(Connection connection, long size) {
    this.tables = new LogTables(connection);
    this.size = size;
  }

  @Override
  public Hash root(int height, long place) {
    int level = height / Blocks.HEIGHT;
    int within = height % Blocks.HEIGHT;
    long from = place << within;
    Block block = new Block(level, from / Blocks.SIZE);
    List<List<Hash>> rows = read.get(block);
    if (rows == null) {
      rows = rows(block);
      read.put(block, rows);
    }
    return rows.get(within).get((int) (from % Blocks.SIZE) >> within);
  }

  /** The block's hashes, and above them each full pair's. */
  private List<List<Hash>> rows(Block block) {
    List<List<Hash>> rows = new ArrayList<>();
    rows.add(hashes(block));
    for (int height = 1; height < Blocks.HEIGHT; height++) {
      rows.add(Blocks.pairs(rows.get(height - 1)));
    }
    return rows;
  }

  private List<Hash> hashes(Block block) {
    long from = block.place() * Blocks.SIZE;
    long there = (size >> (Blocks.HEIGHT * block.level())) - from;
    try {
      return tables.hashes(block.level(), from, (int) Math.min(there, Blocks.SIZE));
    } catch (SQLException failure) {
      throw new LogDamaged(failure);
    }
  }
}
