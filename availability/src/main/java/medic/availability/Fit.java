package medic.availability;

/**
 * How a visit fits where it is offered: the buffers it needs there, and how many such visits the
 * doctor and the room can still take.
 */
record Fit(Buffers buffers, int doctorHasLeft, int roomHasLeft) {}
