package medic.log.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import medic.log.tree.Hash;
import medic.log.tree.Subtrees;

/** Subtrees out of the log's tables, a block a read; for one question, then to be forgotten. */
final class StoredSubtrees implements Subtrees {

  private record Block(int level, long place) {}

  private final LogTables tables;
  private final long size;
  private final Map<Block, List<Hash>> read = new HashMap<>();

  StoredSubtrees(Connection connection, long size) {
    this.tables = new LogTables(connection);
    this.size = size;
  }

  @Override
  public Hash root(int height, long place) {
    int level = height / Blocks.HEIGHT;
    int count = 1 << (height % Blocks.HEIGHT);
    long from = place * count;
    long block = from / Blocks.SIZE;
    int at = (int) (from % Blocks.SIZE);
    List<Hash> hashes = read.computeIfAbsent(new Block(level, block), this::read);
    return Blocks.root(hashes.subList(at, at + count));
  }

  private List<Hash> read(Block block) {
    long from = block.place() * Blocks.SIZE;
    long there = (size >> (Blocks.HEIGHT * block.level())) - from;
    try {
      return tables.hashes(block.level(), from, (int) Math.min(there, Blocks.SIZE));
    } catch (SQLException failure) {
      throw new LogDamaged(failure);
    }
  }
}
