package medic.app.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * Two locks between processes, which the operating system gives back when a process dies: one is
 * held while the server is started or stopped, the other, shared, by each process that uses it.
 */
final class ProcessLocks implements AutoCloseable {

  private final FileChannel starting;
  private final FileChannel using;

  ProcessLocks(Path directory) {
    try {
      Files.createDirectories(directory);
      starting = open(directory.resolve("postgres.starting"));
      using = open(directory.resolve("postgres.using"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs alone among all processes of the data directory, and all threads of this one. */
  synchronized <T> T alone(Supplier<T> work) {
    try (FileLock held = starting.lock()) {
      return work.get();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void startUsing() {
    try {
      using.lock(0, 1, true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether nobody is left who uses the server once this process does not. */
  boolean stopUsingAsLast(Path directory) {
    try {
      using.close();
      try (FileChannel channel = open(directory.resolve("postgres.using"));
          FileLock exclusive = channel.tryLock(0, 1, false)) {
        return exclusive != null;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      using.close();
      starting.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
