package medic.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn test} starts no server and no process: whichever test can reach one is tagged {@code
 * server}. Reaching is by the imports of test classes, of all modules.
 */
class ServerTestsTest {

  private static final Set<String> SERVERS =
      Set.of(
          "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
          "medic.app.postgres.embedded.EmbeddedDatabase",
          "medic.trials.cluster.Cluster",
          "org.testcontainers.postgresql.PostgreSQLContainer",
          "java.lang.ProcessBuilder");

  private static final JavaClasses TESTS = new ClassFileImporter().importPaths(testClasses());

  @Test
  void testsThatCanStartAServerAreTagged() {
    assertThat(TESTS.stream().filter(ServerTestsTest::isTest).filter(ServerTestsTest::reachesOne))
        .as("tests that can reach a server")
        .hasSizeGreaterThan(100)
        .as("without the tag")
        .allMatch(ServerTestsTest::isTagged);
  }

  /** Modules that are built after this one are read where they were built before. */
  private static List<Path> testClasses() {
    Path house = Path.of("..");
    try (Stream<Path> modules = Files.find(house, 3, (path, any) -> isOfTests(path))) {
      return modules.toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isOfTests(Path path) {
    return path.endsWith(Path.of("target", "test-classes"));
  }

  private static boolean isTest(JavaClass candidate) {
    return candidate.getAllMethods().stream()
        .anyMatch(
            method ->
                method.isAnnotatedWith(Test.class)
                    || method.isMetaAnnotatedWith(
                        "org.junit.platform.commons.annotation.Testable"));
  }

  private static boolean isTagged(JavaClass test) {
    return test.tryGetAnnotationOfType(Tag.class)
            .filter(tag -> tag.value().equals("server"))
            .isPresent()
        || test.getEnclosingClass().filter(ServerTestsTest::isTagged).isPresent()
        || test.getRawSuperclass().filter(ServerTestsTest::isTagged).isPresent();
  }

  private static boolean reachesOne(JavaClass test) {
    return reachesOne(test, new HashSet<>());
  }

  private static boolean reachesOne(JavaClass from, Set<JavaClass> seen) {
    if (SERVERS.contains(from.getName())) {
      return true;
    }
    return TESTS.contain(from.getName())
        && seen.add(from)
        && from.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .map(JavaClass::getBaseComponentType)
            .anyMatch(target -> reachesOne(target, seen));
  }
}
