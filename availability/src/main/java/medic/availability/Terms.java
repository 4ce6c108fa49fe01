package medic.availability;

/**
 * What one kind of visit meets at one source. Both the sweep over many starts and the verdict on
 * one ask here.
 */
final class Terms {

  final int room;
  final long step;
  final Buffers buffers;
  final long horizon;
  private final long duration;
  private final long before;
  private final long after;
  private final int maxParallel;
  private final int roomCapacity;
  private final StepLoad.Cursor owned;
  private final StepLoad.Cursor closed;
  private final StepLoad.Cursor busy;
  private final StepLoad.Cursor booked;
  private final StepLoad.Cursor roomTaken;

  Terms(Source source, Question question, StepLoad owned, int room, long near) {
    Occupancy.Room occupied = question.occupancy.room(room);
    this.room = room;
    this.duration = question.duration;
    this.step = source.stepFor(duration);
    this.buffers = question.rules.buffers().max(source.buffers());
    this.horizon = question.limits.horizon(source.zone());
    this.before = Millis.ofMinutes(buffers.beforeMinutes());
    this.after = duration + Millis.ofMinutes(buffers.afterMinutes());
    this.maxParallel = source.maxParallel();
    this.roomCapacity = occupied.capacity();
    this.owned = owned.cursor(near);
    this.closed = source.closed().cursor(near);
    this.busy = question.busy;
    this.booked = question.booked;
    this.roomTaken = occupied.taken().cursor(near);
  }

  boolean isRoomSuitable() {
    return room != VisitRules.NO_SUITABLE_ROOM;
  }

  /**
   * The visit lies within the hours, keeps clear of breaks and of others' hours, and with its
   * buffers of closures.
   */
  boolean offers(Shift shift, long start) {
    return !shift.pausesIn(start, start + duration)
        && owned.peak(start, start + duration) == 0
        && closed.peak(start - before, start + after) == 0;
  }

  /** How many more visits the doctor can take, buffers counted; nothing beside outside times. */
  int doctorHasLeft(long start) {
    return doctorHasLeft(start - before, start + after);
  }

  /** How many more visits the room can take, buffers counted. */
  int roomHasLeft(long start) {
    return roomCapacity - roomTaken.peak(start - before, start + after);
  }

  /** Until when these hours are open and their own, from an instant on and before another. */
  long ownUntil(Shift shift, long from, long to) {
    long until = isRoomSuitable() ? shift.openUntil(from, to) : from;
    return until == from ? from : owned.freeUntil(from, until);
  }

  boolean isClosedIn(Interval occupied) {
    return closed.peak(occupied.from(), occupied.to()) > 0;
  }

  /** How many more visits these hours let the doctor take within a part of the time. */
  int doctorHasLeft(long from, long to) {
    return busy.peak(from, to) > 0 ? 0 : maxParallel - booked.peak(from, to);
  }

  int roomHasLeft(Interval occupied) {
    return roomCapacity - roomTaken.peak(occupied.from(), occupied.to());
  }

  /** How many such visits could still start; 0 or less when none. */
  int capacityLeft(Shift shift, long start) {
    return offers(shift, start) ? Math.min(doctorHasLeft(start), roomHasLeft(start)) : 0;
  }
}
