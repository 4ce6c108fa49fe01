package medic.log.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checkpoints outside the database, one a file, named by their size and never written again: a
 * directory that can be copied, mailed or made to allow writing only once.
 */
public final class CheckpointFiles {

  private static final String SUFFIX = ".checkpoint";
  private static final String NAME = "%020d" + SUFFIX;

  /** Files a directory, so that no directory grows without bound. */
  private static final long SIZES_A_DIRECTORY = 1_000_000;

  private final Path directory;

  /**
   * @param directory made when the first checkpoint is written
   */
  public CheckpointFiles(Path directory) {
    this.directory = directory;
  }

  /** Written before it is told to anybody; one of the same size stays as it is. */
  void add(long size, String note) throws IOException {
    Path parent = directory.resolve(Long.toString(size / SIZES_A_DIRECTORY));
    Files.createDirectories(parent);
    Path file = parent.resolve(NAME.formatted(size));
    Path draft = Files.createTempFile(parent, ".draft", null);
    try {
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)));
        out.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException signedBefore) {
      return;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** By size, the smallest first. */
  public List<Path> all() throws IOException {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    }
  }

  Optional<Path> latest() throws IOException {
    List<Path> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
