package medic.availability;

/**
 * What would become of a booking.
 *
 * @param visit the visit itself
 * @param occupied the visit and its buffers
 * @param room the room it takes, or {@link WeeklyHours#NO_ROOM}
 * @param buffers the effective ones; where nothing is offered, the visit's own
 */
public record Verdict(Status status, Interval visit, Interval occupied, int room, Buffers buffers) {

  /** Refusals in the order in which they are found. */
  public enum Status {
    /** Off the grid, out of hours, in a break, in time owned by other hours, or closed. */
    NOT_OFFERED,
    TOO_SHORT_NOTICE,
    TOO_FAR_AHEAD,
    /** As many visits as may run in parallel, or something outside the practice. */
    TAKEN,
    ROOM_TAKEN,
    OPEN
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }
}
