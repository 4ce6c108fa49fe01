package medic.log.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import medic.log.note.Checkpoint;
import medic.log.note.UnsignedException;
import medic.log.note.VerifierKey;

/** The checkpoints that are held, in the database and outside it, as far as they are the log's. */
final class HeldCheckpoints {

  private final CheckpointFiles files;
  private final VerifierKey key;
  private final List<Finding> foreign = new ArrayList<>();

  HeldCheckpoints(CheckpointFiles files, VerifierKey key) {
    this.files = files;
    this.key = key;
  }

  /** The largest there is. */
  Optional<Checkpoint.Signed> latest(Connection connection) throws SQLException, IOException {
    List<Checkpoint.Signed> candidates = new ArrayList<>();
    Optional<Path> outside = files.latest();
    if (outside.isPresent()) {
      open(Files.readString(outside.get()), outside.get().toString()).ifPresent(candidates::add);
    }
    candidates.addAll(stored(connection, "order by size desc limit 1"));
    return candidates.stream().max(Comparator.comparing(Checkpoint.Signed::size));
  }

  /** All, by size. */
  List<Checkpoint.Signed> all(Connection connection) throws SQLException, IOException {
    List<Checkpoint.Signed> all = stored(connection, "order by size");
    for (Path file : files.all()) {
      open(Files.readString(file), file.toString()).ifPresent(all::add);
    }
    all.sort(Comparator.comparing(Checkpoint.Signed::size));
    return all;
  }

  /** What pretended to be a checkpoint among what was read so far. */
  List<Finding> foreign() {
    return List.copyOf(foreign);
  }

  private List<Checkpoint.Signed> stored(Connection connection, String order) throws SQLException {
    List<Checkpoint.Signed> stored = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement("select note, size from log.checkpoint " + order);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        String where = "the database's checkpoint of size " + rows.getLong(2);
        open(rows.getString(1), where).ifPresent(stored::add);
      }
    }
    return stored;
  }

  private Optional<Checkpoint.Signed> open(String note, String where) {
    try {
      return Optional.of(Checkpoint.open(note, key));
    } catch (UnsignedException notOurs) {
      foreign.add(Finding.foreign(where));
      return Optional.empty();
    }
  }
}
