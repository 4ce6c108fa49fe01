package medic.availability;

import java.util.ArrayList;
import java.util.List;

/** One real stretch of open time, [opens, closes), with its breaks as pairs of instants. */
final class Shift {

  static final long[] NO_BREAKS = {};

  final Source source;
  final long opens;
  final long closes;
  private final long[] breaks;

  Shift(Source source, long opens, long closes, long[] breaks) {
    this.source = source;
    this.opens = opens;
    this.closes = closes;
    this.breaks = breaks;
  }

  /** The grid is anchored where the shift opens; neither breaks nor bookings move it. */
  boolean hasOnGrid(long start, long step) {
    return start >= opens && (start - opens) % step == 0;
  }

  long firstOnGrid(long notBefore, long step) {
    if (notBefore <= opens) {
      return opens;
    }
    long steps = (notBefore - opens + step - 1) / step;
    return opens + steps * step;
  }

  boolean hasRoomFor(long start, long duration) {
    return start + duration <= closes;
  }

  /** Until when, from {@code from} on and before {@code to}, it is open without a break. */
  long openUntil(long from, long to) {
    if (from < opens || from >= closes) {
      return from;
    }
    long until = Math.min(to, closes);
    for (int i = 0; i < breaks.length; i += 2) {
      if (breaks[i] < until && from < breaks[i + 1]) {
        until = Math.max(from, breaks[i]);
      }
    }
    return until;
  }

  /** What of it within the window is in no break, owned by no other hours and not closed. */
  List<Interval> openParts(Interval window, StepLoad owned) {
    StepLoad.Cursor others = owned.cursor(opens);
    StepLoad.Cursor closures = source.closed().cursor(opens);
    List<Interval> parts = new ArrayList<>();
    long end = Math.min(closes, window.to());
    long at = Math.max(opens, window.from());
    while (at < end) {
      long until = closures.freeUntil(at, others.freeUntil(at, openUntil(at, end)));
      if (at < until) {
        parts.add(new Interval(at, until));
        at = until;
      } else {
        at = Math.max(endOfBreak(at), Math.max(others.takenUntil(at), closures.takenUntil(at)));
      }
    }
    return parts;
  }

  private long endOfBreak(long instant) {
    long end = instant;
    for (int i = 0; i < breaks.length; i += 2) {
      if (breaks[i] <= instant && instant < breaks[i + 1]) {
        end = Math.max(end, breaks[i + 1]);
      }
    }
    return end;
  }

  boolean pausesIn(long from, long to) {
    for (int i = 0; i < breaks.length; i += 2) {
      if (breaks[i] < to && from < breaks[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
