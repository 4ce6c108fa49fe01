package medic.app.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All that lies on disk: tables with their dead rows, the journal, temporary files, logs, keys. */
record DataDirectory(Path path) {

  /** The files that hold one of the words. */
  List<Path> filesWith(List<String> words) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(path.resolve("bin"))) // PostgreSQL's own programs
          .filter(file -> holdsAny(file, words))
          .toList();
    }
  }

  private static boolean holdsAny(Path file, List<String> words) {
    try {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      return words.stream().anyMatch(content::contains);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
