package medic.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the documents on security name is there: they cannot outlive what they tell of. */
class SecurityDocumentsTest {

  private static final Path ROOT = Path.of("..");
  private static final Path ASVS = ROOT.resolve("docs/asvs.md");
  private static final List<Path> DOCUMENTS = List.of(ROOT.resolve("SECURITY.md"), ASVS);

  /** A class, or a member of one: {@code Passwords} or {@code PasswordsTest.hasNeitherLess}. */
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?`");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern ITEM =
      Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| (met|not|n/a) \\| ([^|]+) \\|");

  /** How many requirements ASVS 5.0.0 has at its levels 1 and 2. */
  private static final int LEVEL_TWO = 253;

  private static final Map<String, List<Path>> SOURCES = new HashMap<>();

  @BeforeAll
  static void findSources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(file -> file.toString().endsWith(".java") && file.toString().contains("/src/"))
          .forEach(file -> sources(file).add(file));
    }
  }

  private static List<Path> sources(Path file) {
    String name = file.getFileName().toString().replace(".java", "");
    return SOURCES.computeIfAbsent(name, unused -> new ArrayList<>());
  }

  @Test
  void everyClassAndMethodThatIsNamedIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path document : DOCUMENTS) {
      missing.addAll(missingIn(Files.readString(document)));
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void aNameThatIsGoneIsFound() throws IOException {
    assertThat(missingIn("`GoneTest`, `PatientAttacksTest.isGone`, `Retry-After`, `MEDIC_DATA`"))
        .containsExactly("GoneTest", "PatientAttacksTest.isGone");
  }

  private static List<String> missingIn(String text) throws IOException {
    List<String> missing = new ArrayList<>();
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      if (!isThere(names.group(1), names.group(2))) {
        missing.add(names.group(1) + (names.group(2) == null ? "" : "." + names.group(2)));
      }
    }
    return missing;
  }

  private static boolean isThere(String type, String member) throws IOException {
    for (Path source : SOURCES.getOrDefault(type, List.of())) {
      if (member == null || Files.readString(source).contains(" " + member + "(")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyFileThatIsLinkedIsThere() throws IOException {
    for (Path document : DOCUMENTS) {
      Matcher links = LINK.matcher(Files.readString(document));
      while (links.find()) {
        assertThat(document.resolveSibling(links.group(1))).exists();
      }
    }
  }

  @Test
  void everyRequirementIsAnsweredOnceAndAllThatIsMetShowsWhere() throws IOException {
    Set<String> answered = new java.util.HashSet<>();
    Matcher items = ITEM.matcher(Files.readString(ASVS));
    while (items.find()) {
      assertThat(answered.add(items.group(1))).as(items.group(1)).isTrue();
      if (items.group(3).equals("met")) {
        assertThat(items.group(4)).as(items.group()).matches(".*(`[A-Z]|\\]\\().*");
      }
    }

    assertThat(answered).hasSize(LEVEL_TWO);
    assertThat(Files.readAllLines(ASVS).stream().filter(line -> line.matches("\\| \\d+\\..*")))
        .as("lines that are no answer")
        .hasSize(LEVEL_TWO);
  }
}
