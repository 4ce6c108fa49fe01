package medic.query.availability;

import java.util.List;
import java.util.Set;

/** Slots that have opened and closed since the event before, or the instant compared with. */
public record SlotChangesView(List<SlotView> opened, List<SlotView> closed) {

  static SlotChangesView between(Set<SlotView> before, Set<SlotView> after) {
    return new SlotChangesView(without(after, before), without(before, after));
  }

  private static List<SlotView> without(Set<SlotView> slots, Set<SlotView> others) {
    return slots.stream().filter(slot -> !others.contains(slot)).toList();
  }

  boolean tellsNothing() {
    return opened.isEmpty() && closed.isEmpty();
  }
}
