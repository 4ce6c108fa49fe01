package medic.log.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import medic.log.note.Checkpoint;
import medic.log.note.UnsignedException;
import medic.log.note.VerifierKey;
import medic.log.store.Finding;
import medic.log.store.Finding.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Verifies an export with nothing but the log's public key, in memory that does not grow with it.
 */
public final class ExportVerifier {

  private final VerifierKey key;
  private final List<Checkpoint.Signed> held;

  /**
   * @param held checkpoints of the log that were kept elsewhere
   */
  public ExportVerifier(VerifierKey key, List<Checkpoint.Signed> held) {
    this.key = key;
    this.held = List.copyOf(held);
  }

  /**
   * What came of it.
   *
   * @param filter what was exported; empty for the whole log
   * @param findings none when all holds
   */
  public record Verdict(
      long entries, String filter, Checkpoint.Signed checkpoint, List<Finding> findings) {

    public boolean isWhole() {
      return filter.isEmpty();
    }
  }

  /**
   * @throws UnsignedException when the export bears no checkpoint of this log
   */
  public Verdict verify(Export export) throws IOException, UnsignedException {
    Manifest manifest = manifest(export);
    try (InputStream in = export.open()) {
      return verify(new ExportLines(in), manifest);
    }
  }

  /** Where the export can be read from, twice: what it claims to be stands at its end. */
  public interface Export {
    InputStream open() throws IOException;
  }

  private Verdict verify(ExportLines lines, @Nullable Manifest manifest)
      throws IOException, UnsignedException {
    String first = lines.next();
    if (first == null) {
      throw new UnsignedException("the export is empty");
    }
    LineFormat format = LineFormat.of(first);
    String head = format.hasColumns() ? lines.next() : first;
    Checkpoint.Signed checkpoint = checkpoint(format, head);
    String filter = manifest == null ? "unknown" : manifest.filter();
    EntryCheck entries = new EntryCheck(checkpoint);
    long events = manifest == null ? 0 : manifest.events();
    Completeness completeness = new Completeness(filter, events, checkpoint, held);
    List<Finding> findings = new ArrayList<>();
    long count = 0;
    boolean sealed = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      JsonNode read = read(format, line, lines.number(), findings);
      if (read.has("manifest")) {
        sealed = manifest != null && Arrays.equals(manifest.digest(), lines.digestBefore());
      } else if (read.isObject()) {
        completeness.add(read, entries.check(read));
        count++;
      }
    }
    findings.addAll(entries.findings());
    findings.addAll(completeness.finish());
    findings.addAll(manifestFindings(manifest, sealed, count, checkpoint));
    return new Verdict(count, filter, checkpoint, findings);
  }

  private Checkpoint.Signed checkpoint(LineFormat format, @Nullable String head)
      throws UnsignedException {
    try {
      JsonNode read = format.read(head == null ? "" : head);
      return Checkpoint.open(read.path("checkpoint").asString(""), key);
    } catch (IllegalArgumentException malformed) {
      throw new UnsignedException("the export does not begin with a checkpoint");
    }
  }

  private static JsonNode read(
      LineFormat format, String line, long number, List<Finding> findings) {
    try {
      return format.read(line);
    } catch (IllegalArgumentException malformed) {
      findings.add(exportChanged("line " + number + " cannot be read"));
      return MissingNode.getInstance();
    }
  }

  private static List<Finding> manifestFindings(
      @Nullable Manifest manifest, boolean sealed, long count, Checkpoint.Signed checkpoint) {
    if (manifest == null) {
      return List.of(exportChanged("it ends without a manifest that the log signed"));
    }
    List<Finding> findings = new ArrayList<>();
    if (manifest.entries() != count) {
      findings.add(
          exportChanged("it had " + manifest.entries() + " entries when signed, now " + count));
    }
    if (manifest.size() != checkpoint.size()) {
      findings.add(exportChanged("its checkpoint is not the one it was signed with"));
    }
    if (!sealed) {
      findings.add(exportChanged("its lines are not those that the log signed"));
    }
    return findings;
  }

  private static Finding exportChanged(String detail) {
    return new Finding(Kind.EXPORT_CHANGED, null, null, detail);
  }

  private @Nullable Manifest manifest(Export export) throws IOException {
    try (InputStream in = export.open()) {
      ExportLines lines = new ExportLines(in);
      String first = lines.next();
      String last = first;
      for (String line = first; line != null; line = lines.next()) {
        last = line;
      }
      if (first == null || last == null) {
        return null;
      }
      LineFormat format = LineFormat.of(first);
      JsonNode note = format.read(last);
      String text = note.path("manifest").asString(note.path("checkpoint").asString(""));
      return Manifest.open(text, key);
    } catch (UnsignedException | IllegalArgumentException none) {
      return null;
    }
  }
}
