package medic.query.availability;

import medic.query.audit.changes.Period;

/**
 * Which slots opened and closed in a period, of those that were still to come at its end. Answered
 * with {@link SlotChangesView}.
 */
public record FindSlotChanges(FindOpenSlots slots, Period period) {}
