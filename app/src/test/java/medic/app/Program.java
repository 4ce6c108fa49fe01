package medic.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * How tests start the program in a process of its own. Where it was packed before, as in {@code mvn
 * verify}, it is unpacked and started from archived classes, as {@code ./medic} does it, which
 * takes half the time; otherwise from the classes of this test.
 */
public final class Program {

  /** The packed program, if there is one. */
  private static final String PACKED = System.getProperty("medic.packed", "");

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static List<String> start;

  private Program() {}

  /**
   * The words of a command that starts the program.
   *
   * @param flags of the virtual machine
   */
  public static List<String> command(String... flags) {
    List<String> words = new ArrayList<>(List.of(JAVA, "-Daxoniq.update-checker.disabled=true"));
    words.addAll(List.of(flags));
    words.addAll(start());
    return words;
  }

  private static synchronized List<String> start() {
    if (start == null) {
      start =
          !PACKED.isEmpty() && Files.exists(Path.of(PACKED))
              ? unpacked(Path.of(PACKED).toAbsolutePath())
              : List.of("-cp", System.getProperty("java.class.path"), Medic.class.getName());
    }
    return start;
  }

  /** Unpacked once a build, by whichever of its test processes comes first. */
  private static List<String> unpacked(Path packed) {
    try {
      Path home = packed.resolveSibling("program");
      Path archive = home.resolve("classes.jsa");
      Path lock = packed.resolveSibling("program.lock");
      try (FileChannel file =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock ours = file.lock()) {
        if (ours.isValid() && !isOf(packed, archive)) {
          unpack(packed, home, archive);
        }
      }
      return List.of(
          "-XX:SharedArchiveFile=" + archive,
          "-Xlog:cds=off",
          "-Xlog:cds+dynamic=off",
          "-jar",
          home.resolve(packed.getFileName()).toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isOf(Path packed, Path archive) throws IOException {
    return Files.exists(archive)
        && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(packed)) > 0;
  }

  private static void unpack(Path packed, Path home, Path archive) throws IOException {
    FileSystemUtils.deleteRecursively(home);
    run(
        Map.of(),
        "-Djarmode=tools",
        "-jar",
        packed.toString(),
        "extract",
        "--destination",
        home.toString());
    Path data = Files.createTempDirectory("medic-training");
    run(
        Map.of("MEDIC_DATA", data.toString(), "SERVER_PORT", "0"),
        "-XX:+UseParallelGC",
        "-Daxoniq.update-checker.disabled=true",
        "-XX:ArchiveClassesAtExit=" + archive,
        "-Dspring.context.exit=onRefresh",
        "-jar",
        home.resolve(packed.getFileName()).toString());
    FileSystemUtils.deleteRecursively(data);
  }

  private static void run(Map<String, String> variables, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(List.of(words));
    File said = File.createTempFile("medic-program", ".out");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("MEDIC_"));
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true).redirectOutput(said);
    Process process = builder.start();
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running: " + Files.readString(said.toPath()));
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(Files.readString(said.toPath()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      Files.deleteIfExists(said.toPath());
    }
  }
}
