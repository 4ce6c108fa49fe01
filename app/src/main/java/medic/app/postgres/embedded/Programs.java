package medic.app.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import medic.app.StartRefused;

/** Runs initdb and pg_ctl. PostgreSQL refuses to run as root, so root becomes nobody for it. */
record Programs(Path home, Path log) {

  private static final int LINES_OF_LOG = 5;

  void initdb(Path cluster, Path passwordFile) {
    run(
        List.of(
            program("initdb"),
            "--pgdata=" + cluster,
            "--username=" + EmbeddedAccess.SUPERUSER,
            "--auth=scram-sha-256",
            "--pwfile=" + passwordFile,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C"));
  }

  void start(Path cluster, String options) {
    run(
        List.of(
            program("pg_ctl"),
            "--pgdata=" + cluster,
            "--log=" + log,
            "--options=" + options,
            "--wait",
            "--timeout=120",
            "start"));
  }

  void stop(Path cluster) {
    run(List.of(program("pg_ctl"), "--pgdata=" + cluster, "--mode=fast", "--wait", "stop"));
  }

  private String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private void run(List<String> program) {
    List<String> command = new ArrayList<>();
    if (Binaries.needsAnotherUser()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(program);
    try {
      Path output = Files.createTempFile(log.toAbsolutePath().getParent(), ".output", null);
      try {
        run(command, output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL was at work", stopped);
    }
  }

  private void run(List<String> command, Path output) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new StartRefused(
          "PostgreSQL failed, see " + log + ": " + last(output) + "; " + last(log));
    }
  }

  private static String last(Path file) throws IOException {
    if (Files.notExists(file)) {
      return "";
    }
    List<String> lines = Files.readAllLines(file);
    return lines.stream()
        .skip(Math.max(0, lines.size() - LINES_OF_LOG))
        .collect(Collectors.joining(" | "));
  }
}
