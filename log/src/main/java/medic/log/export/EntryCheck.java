package medic.log.export;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import medic.log.event.StoredEvent;
import medic.log.note.Checkpoint;
import medic.log.store.Finding;
import medic.log.store.Finding.Kind;
import medic.log.tree.Hash;
import medic.log.tree.InclusionProof;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks entries one by one against a checkpoint, and names those that do not hold. */
final class EntryCheck {

  private static final int MAX_FINDINGS = 1_000;

  /** A leaf whose event reads otherwise now. */
  private record Changed(long index, long position, Hash hash, StoredEvent event) {}

  private final Checkpoint.Signed checkpoint;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Hash, Changed> changed = new LinkedHashMap<>();

  EntryCheck(Checkpoint.Signed checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * @return the hash that the log holds for it, if it is proven
   */
  @Nullable Hash check(JsonNode entry) {
    JsonNode evidence = entry.path("evidence");
    if (!evidence.isObject()) {
      found(Kind.EVENT_INSERTED, entry, "has no place in the log");
      return null;
    }
    try {
      return check(entry, evidence);
    } catch (IllegalArgumentException malformed) {
      found(Kind.ENTRY_UNPROVEN, entry, "carries evidence that cannot be read");
      return null;
    }
  }

  private @Nullable Hash check(JsonNode entry, JsonNode evidence) {
    long index = evidence.path("index").asLong(-1);
    Hash hash = Hash.parse(evidence.path("hash").asString(""));
    List<Hash> path =
        evidence.path("proof").valueStream().map(node -> Hash.parse(node.asString(""))).toList();
    if (!new InclusionProof(index, checkpoint.size(), path).holds(hash, checkpoint.root())) {
      found(Kind.ENTRY_UNPROVEN, entry, "has a proof that does not lead to the checkpoint");
      return null;
    }
    String leaf = evidence.path("leaf").asString("");
    if (leaf.isEmpty()) {
      found(Kind.EVENT_REMOVED, entry, "is gone; it was leaf " + index);
    } else {
      checkLeaf(entry, index, hash, Base64.getDecoder().decode(leaf));
    }
    if (evidence.path("late").asBoolean(false)) {
      found(Kind.EVENT_INSERTED, entry, "turned up long after its neighbours");
    }
    return hash;
  }

  private void checkLeaf(JsonNode entry, long index, Hash hash, byte[] leaf) {
    StoredEvent event = StoredEvent.ofLeaf(leaf);
    if (!Hash.ofLeaf(leaf).equals(hash)) {
      if (changed.size() < MAX_FINDINGS) {
        changed.put(hash, new Changed(index, entry.path("position").asLong(-1), hash, event));
      }
      return;
    }
    List<String> differing = ToldAndStored.differing(entry, event);
    if (!differing.isEmpty()) {
      found(
          Kind.ENTRY_CHANGED,
          entry,
          "is told otherwise than it was stored: " + String.join(", ", differing));
    }
  }

  private void found(Kind kind, JsonNode entry, String detail) {
    if (findings.size() < MAX_FINDINGS) {
      String eventId = entry.path("eventId").asString("");
      long position = entry.path("position").asLong(-1);
      String named = eventId.isEmpty() ? "the event" : "event " + eventId;
      findings.add(
          new Finding(kind, position, eventId, named + " at position " + position + " " + detail));
    }
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(findings);
    changed.values().forEach(entry -> all.add(changed(entry)));
    return all;
  }

  private Finding changed(Changed entry) {
    return changed.values().stream()
        .filter(other -> entry.event().at(other.position()).hash().equals(other.hash()))
        .findFirst()
        .map(other -> Finding.moved(entry.event(), other.position()))
        .orElseGet(() -> Finding.changed(entry.index(), entry.event()));
  }
}
