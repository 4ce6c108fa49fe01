package medic.query.rebuild;

/** How many events were handled, and how fast, since it was made. */
final class Rate {

  private static final double NANOS = 1e9;

  private final long since = System.nanoTime();
  private long events;

  void handled(int more) {
    events += more;
  }

  Progress at(long position, long head) {
    double seconds = Math.max(1e-3, (System.nanoTime() - since) / NANOS);
    return new Progress(events, position, Math.max(position, head), events / seconds);
  }
}
