package medic.availability;

/** A blocked exception or time off at one place, or {@link #ANYWHERE}. It wins over any opening. */
public record Closure(int place, Interval during) {

  public static final int ANYWHERE = -1;

  public Closure {
    if (place != ANYWHERE) {
      Numbers.requirePlace(place);
    }
  }

  public boolean appliesAt(int where) {
    return place == ANYWHERE || place == where;
  }
}
