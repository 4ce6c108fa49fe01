package medic.availability;

import java.time.ZoneId;

/**
 * The terms on which weekly hours or a one-off opening take visits.
 *
 * @param index among all sources of the same opening hours
 * @param step between starts, or {@link #VISIT_LENGTH}
 * @param closed when the place is closed
 */
record Source(
    int index,
    int place,
    int room,
    ZoneId zone,
    long step,
    Buffers buffers,
    int maxParallel,
    int priority,
    StepLoad closed) {

  static final long VISIT_LENGTH = 0;

  static Source of(int index, WeeklyHours hours, StepLoad closed) {
    return new Source(
        index,
        hours.place(),
        hours.room(),
        hours.zone(),
        Millis.ofMinutes(hours.stepMinutes()),
        hours.buffers(),
        hours.maxParallel(),
        hours.priority(),
        closed);
  }

  /** No weekly hours come before an opening, so its priority is the highest there is. */
  static Source of(int index, Opening opening, StepLoad closed) {
    return new Source(
        index,
        opening.place(),
        opening.room(),
        opening.zone(),
        VISIT_LENGTH,
        Buffers.NONE,
        1,
        Integer.MAX_VALUE,
        closed);
  }

  boolean oneOff() {
    return step == VISIT_LENGTH;
  }

  /** Whether a visit that takes this room may run on from here into the other's time. */
  boolean goesOnIn(Source other, VisitRules rules) {
    boolean sameGrid = step == other.step || oneOff() || other.oneOff();
    return place == other.place && sameGrid && sharesRoomWith(other, rules);
  }

  /** An opening that names no room carries on in the room that the visit is in. */
  private boolean sharesRoomWith(Source other, VisitRules rules) {
    return other.oneOff() && other.room == WeeklyHours.NO_ROOM
        || rules.roomAt(place, room) == rules.roomAt(place, other.room);
  }

  long stepFor(long duration) {
    return oneOff() ? duration : step;
  }
}
