package medic.log.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import medic.log.event.StoredEvent;
import medic.log.tree.Hash;

/** Holds events against their leaves, and names what differs. */
final class Comparison {

  /** Of a log that was rewritten as a whole the first will do. */
  private static final int MAX_FINDINGS = 1_000;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<LogEntry, StoredEvent> changed = new LinkedHashMap<>();
  private long next;

  Comparison(long first) {
    this.next = first;
  }

  /**
   * Takes the next leaf.
   *
   * @return the hash of the event as it reads now, or the leaf's where the event is gone
   */
  Hash add(LogEntry logged) {
    if (logged.index() != next) {
      add(Finding.log("leaves " + next + " to " + (logged.index() - 1) + " are gone"));
    }
    next = logged.index() + 1;
    StoredEvent event = logged.event();
    if (event == null) {
      add(Finding.removed(logged.index(), logged.position()));
      return logged.hash();
    }
    Hash hash = event.hash();
    if (!hash.equals(logged.hash()) && changed.size() < MAX_FINDINGS) {
      changed.put(logged, event);
    }
    if (logged.late()) {
      add(Finding.inserted(event));
    }
    return hash;
  }

  private void add(Finding finding) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    }
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(findings);
    changed.forEach((leaf, event) -> all.add(changed(leaf, event)));
    return all;
  }

  /** An event that another changed leaf was made of has been put in this one's place. */
  private Finding changed(LogEntry leaf, StoredEvent event) {
    return changed.keySet().stream()
        .filter(other -> event.at(other.position()).hash().equals(other.hash()))
        .findFirst()
        .map(other -> Finding.moved(event, other.position()))
        .orElseGet(() -> Finding.changed(leaf.index(), event));
  }
}
