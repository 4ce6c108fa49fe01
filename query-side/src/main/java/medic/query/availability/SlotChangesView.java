package medic.query.availability;

import java.util.List;

/** Slots that have opened and closed since the event before. */
public record SlotChangesView(List<SlotView> opened, List<SlotView> closed) {}
