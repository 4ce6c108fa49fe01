package medic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the real program from starting is told in one line, and names what to look at. */
@Tag("server")
class StartFailuresTest {

  private static final String ACCESS =
      """
      port=0
      owner.password=a
      application.password=b
      log.password=c
      superuser.password=d
      """;

  @TempDir Path data;

  @Test
  void aDatabaseThatIsAway() throws Exception {
    assertOneLine("cannot be reached", outside("jdbc:postgresql://127.0.0.1:1/medic"));
  }

  @Test
  void anAddressThatIsNoDatabases() throws Exception {
    assertOneLine("MEDIC_DB_URL must be", outside("postgres://127.0.0.1/medic"));
  }

  @Test
  void aDirectoryThatIsAFile() throws Exception {
    Path file = Files.createFile(data.resolve("file"));

    assertOneLine("MEDIC_DATA", Map.of("MEDIC_DATA", file.toString()));
  }

  @Test
  void aDirectoryThatCannotBeWritten() throws Exception {
    assertOneLine("MEDIC_DATA", Map.of("MEDIC_DATA", "/proc/medic"));
  }

  @Test
  void aKeyFileThatOthersMayRead() throws Exception {
    Path keys = Files.createDirectories(data.resolve("keys"));
    Path key = Files.writeString(keys.resolve("jwt.key"), "x".repeat(44));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    assertOneLine("chmod 600 " + key, Map.of("MEDIC_DATA", data.toString()));
  }

  @Test
  void aKeyFileThatIsCutShort() throws Exception {
    Path keys = Files.createDirectories(data.resolve("keys"));
    Path key = Files.writeString(keys.resolve("jwt.key"), "short");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

    assertOneLine(key.toString(), Map.of("MEDIC_DATA", data.toString()));
  }

  @Test
  void passwordsOfADatabaseThatAreCutShort() throws Exception {
    for (String left : new String[] {"", "port=abc\n", ACCESS.substring(0, ACCESS.length() - 9)}) {
      assertOneLine(secret("postgres.properties", left) + " is not whole", inside());
    }
  }

  @Test
  void aDatabaseThatIsBroken() throws Exception {
    secret("postgres.properties", ACCESS);
    Path cluster = Files.createDirectories(data.resolve("postgres"));
    Files.createFile(cluster.resolve("PG_VERSION"));
    Files.writeString(cluster.resolve("postmaster.pid"), "a\nb\nc\nd\n");

    assertOneLine(data.resolve("postgres.log").toString(), inside());
  }

  private Path secret(String name, String content) throws IOException {
    Path file = Files.writeString(data.resolve(name), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Map<String, String> inside() {
    return Map.of("MEDIC_DATA", data.toString());
  }

  private Map<String, String> outside(String url) {
    return Map.of(
        "MEDIC_DATA",
        data.toString(),
        "MEDIC_DB_URL",
        url,
        "MEDIC_DB_USER",
        "medic_app",
        "MEDIC_DB_PASSWORD",
        "wrong");
  }

  private static void assertOneLine(String named, Map<String, String> settings) throws Exception {
    Command.Outcome outcome = Command.run(settings, "run");

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.said().lines().filter(line -> !line.contains(" WARN ")))
        .singleElement()
        .asString()
        .startsWith("medic: ")
        .contains(named);
  }
}
