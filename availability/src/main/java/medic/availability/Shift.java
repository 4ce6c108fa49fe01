package medic.availability;

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

  boolean pausesIn(long from, long to) {
    for (int i = 0; i < breaks.length; i += 2) {
      if (breaks[i] < to && from < breaks[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
