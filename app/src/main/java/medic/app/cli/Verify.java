package medic.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.app.log.LogKey;
import medic.log.export.ExportVerifier;
import medic.log.export.ExportVerifier.Verdict;
import medic.log.note.Checkpoint;
import medic.log.note.UnsignedException;
import medic.log.note.VerifierKey;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies an export offline: 0 when all holds, 1 when not, and then names what does not. */
@Command(name = "verify", description = "Verifies an export of the log, without any server.")
public final class Verify implements Subcommand {

  @Parameters(paramLabel = "EXPORT", description = "What GET /api/audit/export answered.")
  private Path export = Path.of("");

  @Option(
      names = "--key",
      description = "The log's public key, or a file with it (default: MEDIC_DATA/keys/log.pub).")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--held",
      description = "A checkpoint that was kept elsewhere, or a directory of them.")
  private List<Path> held = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    VerifierKey trusted = trusted();
    try {
      ExportVerifier verifier = new ExportVerifier(trusted, checkpoints(trusted));
      Verdict verdict = verifier.verify(() -> Files.newInputStream(export));
      verdict.findings().forEach(finding -> print(finding.toString()));
      print(summary(verdict, trusted));
      return verdict.findings().isEmpty() ? 0 : 1;
    } catch (UnsignedException notTheLogs) {
      print("EXPORT_CHANGED: " + notTheLogs.getMessage());
      return 1;
    } catch (java.nio.file.NoSuchFileException missing) {
      throw new StartRefused("there is no file " + missing.getFile());
    }
  }

  /** An export is a stranger's text. */
  private static void print(String line) {
    System.out.println(Printable.of(line));
  }

  private static String summary(Verdict verdict, VerifierKey trusted) {
    return "%s: %d entries (%s) under the checkpoint of %d leaves, root %s, signed by %s"
        .formatted(
            verdict.findings().isEmpty() ? "intact" : "NOT INTACT",
            verdict.entries(),
            verdict.isWhole() ? "the whole log" : "filter " + verdict.filter(),
            verdict.checkpoint().size(),
            verdict.checkpoint().root(),
            trusted.name());
  }

  private VerifierKey trusted() throws IOException {
    Path here = Settings.keyDirectory(new StandardEnvironment()).resolve(LogKey.PUBLIC_FILE);
    String given = key.orElse(here.toString());
    try {
      Path file = Path.of(given);
      return VerifierKey.parse(Files.isRegularFile(file) ? Files.readString(file) : given);
    } catch (IllegalArgumentException unusable) {
      throw new StartRefused("--key must name the log's public key, or a file with it");
    }
  }

  private List<Checkpoint.Signed> checkpoints(VerifierKey trusted) throws IOException {
    List<Checkpoint.Signed> all = new ArrayList<>();
    for (Path place : held) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Verify::isNote).toList()) {
          all.add(checkpoint(file, trusted));
        }
      }
    }
    return all;
  }

  private static boolean isNote(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }

  private static Checkpoint.Signed checkpoint(Path file, VerifierKey trusted) throws IOException {
    try {
      return Checkpoint.open(Files.readString(file), trusted);
    } catch (UnsignedException notTheLogs) {
      throw new StartRefused(file + " is no checkpoint that " + trusted.name() + " signed");
    }
  }
}
