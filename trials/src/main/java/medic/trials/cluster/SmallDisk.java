package medic.trials.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of its own in memory, which can be filled; making one needs root. */
final class SmallDisk implements AutoCloseable {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int PATIENCE_SECONDS = 10;
  private static final String BALLAST = "ballast";

  private final Path mounted;

  private SmallDisk(Path mounted) {
    this.mounted = mounted;
  }

  /** Mounts one of so many megabytes, or answers null where that is not allowed. */
  static @org.jspecify.annotations.Nullable SmallDisk mount(Path at, int megabytes)
      throws IOException {
    Files.createDirectories(at);
    boolean done = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", at + "");
    return done ? new SmallDisk(at) : null;
  }

  /** Leaves no room at all. */
  void fill() throws IOException {
    byte[] block = new byte[MEGABYTE];
    try (var out = Files.newOutputStream(mounted.resolve(BALLAST))) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (Files.getFileStore(mounted).getUsableSpace() > MEGABYTE) {
        throw full;
      }
    }
  }

  void empty() throws IOException {
    Files.deleteIfExists(mounted.resolve(BALLAST));
  }

  @Override
  public void close() {
    run("umount", "-l", mounted.toString());
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
