package medic.availability;

import medic.availability.Verdict.Status;
import org.jspecify.annotations.Nullable;

/** What one shift says to one start. */
record Ruling(Status status, int capacityLeft, @Nullable Terms terms) {

  private static final Ruling NOT_OFFERED = new Ruling(Status.NOT_OFFERED, 0, null);

  static Ruling notOffered() {
    return NOT_OFFERED;
  }

  static Ruling on(Shift shift, long start, Question question) {
    Terms terms = question.termsOf(shift.source);
    if (!shift.hasOnGrid(start, terms.step)
        || !shift.hasRoomFor(start, question.duration)
        || !terms.offers(shift, start)) {
      return NOT_OFFERED;
    }
    int doctor = terms.doctorHasLeft(start);
    int room = terms.roomHasLeft(start);
    Status status = statusOf(start, question.limits.earliest(), terms.horizon, doctor, room);
    return new Ruling(status, Math.min(doctor, room), terms);
  }

  private static Status statusOf(long start, long earliest, long horizon, int doctor, int room) {
    if (start < earliest) {
      return Status.TOO_SHORT_NOTICE;
    }
    if (start >= horizon) {
      return Status.TOO_FAR_AHEAD;
    }
    if (doctor <= 0) {
      return Status.TAKEN;
    }
    return room <= 0 ? Status.ROOM_TAKEN : Status.OPEN;
  }

  /** The ruling that comes further; of two open ones the one with more capacity left. */
  Ruling orBetter(Ruling other) {
    int further = other.status.compareTo(status);
    boolean better = further > 0 || (further == 0 && other.capacityLeft > capacityLeft);
    return better ? other : this;
  }

  Verdict verdict(long start, Question question) {
    Interval visit = new Interval(start, start + question.duration);
    Buffers buffers = terms == null ? question.rules.buffers() : terms.buffers;
    int room = terms == null ? WeeklyHours.NO_ROOM : terms.room;
    return new Verdict(status, visit, buffers.around(visit), room, buffers);
  }
}
