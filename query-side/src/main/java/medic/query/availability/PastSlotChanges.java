package medic.query.availability;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import medic.query.web.QueryRefused;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Compares the slots on offer at two instants. */
@Component
class PastSlotChanges {

  private static final Set<String> WITHDRAWN = Set.of("TYPE_INACTIVE");
  private static final Set<String> NOT_YET = Set.of("NOT_FOUND", "TYPE_INACTIVE");

  private final OpenSlots slots;

  PastSlotChanges(OpenSlots slots) {
    this.slots = slots;
  }

  @QueryHandler
  SlotChangesView handle(FindSlotChanges query) {
    Set<SlotView> after = slots(query, query.period().to(), WITHDRAWN);
    Set<SlotView> before = slots(query, query.period().from(), NOT_YET);
    return SlotChangesView.between(before, after);
  }

  /**
   * @param none refusals that mean that nothing was offered then
   */
  private Set<SlotView> slots(FindSlotChanges query, Instant time, Set<String> none) {
    try {
      return slots(query, time);
    } catch (QueryRefused refused) {
      if (none.contains(refused.toProblem().code())) {
        return Set.of();
      }
      throw refused;
    }
  }

  private Set<SlotView> slots(FindSlotChanges query, Instant time) {
    Set<SlotView> found = new LinkedHashSet<>(slots.handle(query.slots().at(time)).slots());
    found.removeIf(slot -> slot.startsAt().isBefore(query.period().to()));
    return found;
  }
}
