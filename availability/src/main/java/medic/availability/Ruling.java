package medic.availability;

import medic.availability.Verdict.Status;
import org.jspecify.annotations.Nullable;

/** What one shift says to one start. */
record Ruling(Status status, int capacityLeft, int room, @Nullable Buffers buffers) {

  private static final Ruling NOT_OFFERED =
      new Ruling(Status.NOT_OFFERED, 0, WeeklyHours.NO_ROOM, null);

  static Ruling notOffered() {
    return NOT_OFFERED;
  }

  static Ruling on(Shift shift, long start, Question question) {
    Terms terms = question.termsOf(shift.source);
    boolean starts = shift.hasOnGrid(start, terms.step) && start < shift.closes;
    Fit fit = starts ? new Stretch(shift, question).at(start) : null;
    if (fit == null) {
      return NOT_OFFERED;
    }
    int doctor = fit.doctorHasLeft();
    int room = fit.roomHasLeft();
    Status status = statusOf(start, question.limits.earliest(), terms.horizon, doctor, room);
    return new Ruling(status, Math.min(doctor, room), terms.room, fit.buffers());
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
    Buffers needed = buffers == null ? question.rules.buffers() : buffers;
    return new Verdict(status, visit, needed.around(visit), room, needed);
  }
}
