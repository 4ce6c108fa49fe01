package medic.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import medic.app.chaos.ChildServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's blocks do what it says, pasted one after the other beside a fresh server. */
@Tag("server")
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final String END = "=== end of a block ===";

  /** Somebody who pastes takes as long as messages take to be written. */
  private static final String TO_THE_NEXT_BLOCK = "sleep 3\n";

  private static final int MAX_BYTES = 7_000;

  @TempDir Path directory;

  @Test
  void canBePasted() throws Exception {
    List<String> told;
    try (ChildServer server = ChildServer.start(Files.createDirectory(directory.resolve("data")))) {
      told = paste(server.address());
    }
    assertThat(told).hasSize(7);
    assertThat(told.get(1)).contains("\"startsAt\":", "\"appointmentTypeName\":");
    assertThat(told.get(2)).contains("\"status\":\"confirmed\"");
    assertThat(told.get(3))
        .contains("\"code\":\"SLOT_TAKEN\"")
        .contains("\"action\":\"cancel\",\"allowed\":true")
        .contains("\"status\":\"cancelled\"");
    assertThat(told.get(4)).contains("\"template\":\"booked\"", "\"template\":\"cancelled\"");
    assertThat(told.get(5))
        .contains("\"action\":\"booked\"", "\"reason\":\"Itching\"")
        .contains("\"action\":\"cancelled\"", "\"reason\":\"It went away\"")
        .contains("\"status\":\"confirmed\"")
        .contains("intact: ");
    assertThat(told.get(6)).contains("\"erasedAt\":");
    told.set(3, told.get(3).replaceFirst("\\{[^{}]*\"code\":\"SLOT_TAKEN\"[^{}]*}", ""));
    assertThat(String.join("", told)).doesNotContain("\"status\":4", "\"status\":5");
  }

  @Test
  void isReadInAFewMinutes() throws Exception {
    assertThat(Files.size(README)).isLessThan(MAX_BYTES);
  }

  /** What each block printed. */
  private List<String> paste(String address) throws Exception {
    StringBuilder script = new StringBuilder("set -u\n");
    for (String block : blocks()) {
      script.append(block.replace("http://127.0.0.1:8080", address));
      script.append("echo; echo '").append(END).append("'\n").append(TO_THE_NEXT_BLOCK);
    }
    Path output = directory.resolve("output");
    Process shell = shell(script.toString(), output);
    assertThat(shell.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output);
    assertThat(shell.exitValue()).as(text).isZero();
    List<String> told = new ArrayList<>(List.of(text.split(END + "\n")));
    assertThat(told).as(text).hasSameSizeAs(blocks());
    return told;
  }

  private static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(README))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private Process shell(String script, Path output) throws IOException {
    Path medic = directory.resolve("medic");
    Files.writeString(
        medic, "#!/bin/sh\nexec \"$JAVA\" -cp \"$APP\" " + Medic.class.getName() + " \"$@\"\n");
    Files.setPosixFilePermissions(medic, PosixFilePermissions.fromString("rwx------"));
    Path pasted = Files.writeString(directory.resolve("pasted.sh"), script, StandardCharsets.UTF_8);
    ProcessBuilder shell =
        new ProcessBuilder("sh", pasted.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(output.toString()));
    shell.environment().put("APP", System.getProperty("java.class.path"));
    shell
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
    return shell.start();
  }
}
