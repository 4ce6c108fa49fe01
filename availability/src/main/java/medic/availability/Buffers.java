package medic.availability;

/** Minutes kept free before and after a visit. */
public record Buffers(int beforeMinutes, int afterMinutes) {

  public static final Buffers NONE = new Buffers(0, 0);

  public Buffers {
    if (beforeMinutes < 0 || afterMinutes < 0) {
      throw new IllegalArgumentException(
          "Buffers must not be negative: " + beforeMinutes + ", " + afterMinutes);
    }
  }

  /** The larger of both, before and after separately. */
  public Buffers max(Buffers other) {
    return new Buffers(
        Math.max(beforeMinutes, other.beforeMinutes), Math.max(afterMinutes, other.afterMinutes));
  }

  /** What a visit occupies: the visit itself and the buffers around it. */
  public Interval around(Interval visit) {
    return new Interval(
        visit.from() - Millis.ofMinutes(beforeMinutes),
        visit.to() + Millis.ofMinutes(afterMinutes));
  }
}
