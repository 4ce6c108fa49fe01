package medic.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** A file that only its owner may read and that several processes may be the first to need. */
public final class SecretFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private SecretFile() {}

  /**
   * What the file holds; when it is absent it is written first, whole or not at all, and by one
   * process only.
   *
   * @throws ReadableByOthersException when others than its owner may
   */
  public static byte[] readOrCreate(Path file, Supplier<byte[]> content) {
    try {
      if (Files.notExists(file)) {
        create(file, content.get());
      }
      refuseOpenPermissions(file);
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Puts other content in place of a file's: whoever reads it sees the old or the new, whole. */
  static void replace(Path file, byte[] content) {
    try {
      Path draft = draft(file, content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel directory =
          FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void create(Path file, byte[] content) throws IOException {
    Path draft = draft(file, content);
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException anotherWasFirst) {
      refuseOpenPermissions(file);
    } finally {
      Files.delete(draft);
    }
  }

  /** The content on disk, beside the file. */
  private static Path draft(Path file, byte[] content) throws IOException {
    Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(
            directory, ".secret", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(content));
      out.force(true);
    }
    return draft;
  }

  private static void refuseOpenPermissions(Path file) throws IOException {
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new ReadableByOthersException(file);
    }
  }
}
