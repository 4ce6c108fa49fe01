package medic.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package says in a sentence what it is for. */
class PackagesTest {

  private static final Path HOUSE = Path.of("..");
  private static final String SOURCES = "src/main/java/medic";

  @Test
  void eachSaysWhatItIsFor() throws IOException {
    List<Path> packages = packages();
    assertThat(packages).hasSizeGreaterThan(80);
    assertThat(packages.stream().filter(directory -> !saysWhatItIsFor(directory))).isEmpty();
  }

  private static List<Path> packages() throws IOException {
    try (Stream<Path> files = Files.walk(HOUSE)) {
      return files
          .filter(file -> file.toString().contains(SOURCES) && file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .toList();
    }
  }

  private static boolean saysWhatItIsFor(Path directory) {
    Path told = directory.resolve("package-info.java");
    try {
      return Files.exists(told) && Files.readString(told).startsWith("/**");
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
