package medic.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import medic.app.Program;

/** {@code ./medic} with a subcommand, in a process of its own. */
final class Command {

  /** What a finished process said, on both streams. */
  record Outcome(int exit, String said) {}

  private final Process process;
  private final Path said;

  private Command(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  static Outcome run(Map<String, String> variables, String... arguments) throws Exception {
    return start(variables, arguments).outcome();
  }

  static Command start(Map<String, String> variables, String... arguments) throws IOException {
    List<String> words = Program.command("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1");
    words.addAll(List.of(arguments));
    File said = File.createTempFile("medic", ".out");
    said.deleteOnExit();
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().keySet().removeIf(name -> name.startsWith("MEDIC_"));
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true).redirectOutput(said);
    return new Command(builder.start(), said.toPath());
  }

  Outcome outcome() throws Exception {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + Files.readString(said));
    }
    return new Outcome(process.exitValue(), Files.readString(said));
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
