package medic.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package says in a sentence what it is for. */
class PackagesTest {

  private static final Path HOUSE = Path.of("..");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

  @Test
  void eachSaysWhatItIsFor() throws IOException {
    List<Path> packages = packages();
    assertThat(packages).hasSizeGreaterThan(80);
    assertThat(packages.stream().filter(directory -> !saysWhatItIsFor(directory))).isEmpty();
  }

  /** Of the modules' sources; what is built, kept or running beside them is no package. */
  private static List<Path> packages() throws IOException {
    List<Path> packages = new ArrayList<>();
    for (Path sources : sources()) {
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(Path::getParent)
            .distinct()
            .forEach(packages::add);
      }
    }
    return packages;
  }

  private static List<Path> sources() throws IOException {
    return MODULE
        .matcher(Files.readString(HOUSE.resolve("pom.xml")))
        .results()
        .map(module -> HOUSE.resolve(module.group(1)).resolve(SOURCES))
        .filter(Files::exists)
        .toList();
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
