package medic.log.export;

import java.util.ArrayList;
import java.util.List;
import medic.log.note.Checkpoint;
import medic.log.store.Finding;
import medic.log.store.Finding.Kind;
import medic.log.tree.Frontier;
import medic.log.tree.Hash;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether entries are missing or out of order: of the whole log every leaf must be there, and its
 * tree is grown again; of an appointment every event of its stream.
 */
final class Completeness {

  private final boolean whole;
  private final String numbered;
  private final long events;
  private final List<Checkpoint.Signed> held;
  private final Checkpoint.Signed checkpoint;
  private final Frontier tree = new Frontier();
  private final List<Finding> findings = new ArrayList<>();
  private long next;
  private long expected;
  private long last = Long.MIN_VALUE;

  /**
   * @param filter of the manifest: empty for the whole log
   * @param events how many there are of the stream that the filter asks for, if it asks for one
   * @param held checkpoints from elsewhere, by size
   */
  Completeness(
      String filter, long events, Checkpoint.Signed checkpoint, List<Checkpoint.Signed> held) {
    this.whole = filter.isEmpty();
    this.numbered = StreamFilter.streamOf(filter);
    this.events = events;
    this.checkpoint = checkpoint;
    this.held = held;
  }

  /**
   * @param hash what the log holds for it; absent when that is not proven
   */
  void add(JsonNode entry, @Nullable Hash hash) {
    if (whole) {
      addLeaf(entry.path("evidence").path("index").asLong(-1), hash);
      return;
    }
    long position = entry.path("position").asLong(-1);
    if (position <= last) {
      missing("the entry at position " + position + " is out of order");
    }
    last = Math.max(last, position);
    if (entry.path("stream").asString("").equals(numbered)) {
      addToStream(entry.path("sequence").asLong(-1));
    }
  }

  private void addLeaf(long index, @Nullable Hash hash) {
    if (index != next) {
      missing("leaf " + index + " stands where leaf " + next + " should");
    }
    next = index + 1;
    compareHeld();
    if (hash != null) {
      tree.add(hash);
    }
  }

  private void addToStream(long sequence) {
    if (sequence != expected) {
      missing("of " + numbered + " event " + expected + " should follow, not " + sequence);
    }
    expected = sequence + 1;
  }

  private void missing(String detail) {
    if (findings.size() < 100) {
      findings.add(new Finding(Kind.ENTRIES_MISSING, null, null, detail));
    }
  }

  private void compareHeld() {
    for (Checkpoint.Signed one : held) {
      if (one.size() == tree.size() && !one.root().equals(tree.root())) {
        findings.add(
            Finding.log("the first " + one.size() + " leaves are not those of a held checkpoint"));
      }
    }
  }

  List<Finding> finish() {
    if (whole) {
      compareHeld();
      if (next != checkpoint.size()) {
        missing("leaves " + next + " to " + (checkpoint.size() - 1) + " are not in the export");
      }
    }
    if (!numbered.isEmpty() && expected < events) {
      missing("of " + numbered + " the export ends before event " + (events - 1));
    }
    for (Checkpoint.Signed one : held) {
      if (one.size() > checkpoint.size()) {
        findings.add(Finding.rolledBack(one.size(), checkpoint.size()));
      } else if (one.size() == checkpoint.size() && !one.root().equals(checkpoint.root())) {
        findings.add(Finding.log("a held checkpoint of the same size has another root"));
      }
    }
    return findings;
  }
}
