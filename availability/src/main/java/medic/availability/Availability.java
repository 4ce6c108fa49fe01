package medic.availability;

import java.time.Instant;
import java.util.List;

/**
 * Which starts are bookable, and what would become of a booking. Both answers come from the same
 * rules: {@link #find} offers a start at a place exactly when {@link #judge} finds it open.
 *
 * <p>A start is offered on the grid of the hours, when the visit lies wholly inside them and clear
 * of breaks and of hours with a higher priority, and when the visit with its buffers is clear of
 * closures. It is open when notice and horizon are kept, the doctor's visits at any place leave one
 * of the parallel ones free throughout, no outside time interferes and the room has capacity left.
 */
public final class Availability {

  /** Whichever room the hours, the opening or the visit's rules name. */
  public static final int ANY_ROOM = -2;

  /** {@link #find} as a list. */
  public static List<Slot> slots(
      OpeningHours hours, Occupancy occupancy, VisitRules rules, Interval window, Instant now) {
    return find(hours, occupancy, rules, window, now).toList();
  }

  /**
   * Every open start in the window, by start, then place. Where several hours or openings offer the
   * same start at the same place, the one with the most capacity left is given; of even ones the
   * one that opened first, then the one listed first.
   */
  public static Slots find(
      OpeningHours hours, Occupancy occupancy, VisitRules rules, Interval window, Instant now) {
    return new Sweep(new Question(hours, occupancy, rules, window, now, ANY_ROOM), window).slots();
  }

  /**
   * What would become of a booking of exactly this start at this place.
   *
   * @param start epoch milliseconds
   * @param wantedRoom the room to check instead of the offered one, or {@link #ANY_ROOM}
   */
  public static Verdict judge(
      OpeningHours hours,
      Occupancy occupancy,
      VisitRules rules,
      int place,
      long start,
      Instant now,
      int wantedRoom) {
    Interval window = new Interval(start, start + 1);
    Question question = new Question(hours, occupancy, rules, window, now, wantedRoom);
    Ruling best = Ruling.notOffered();
    if (rules.allows(place)) {
      for (Shift shift : question.shifts) {
        if (shift.source.place() == place) {
          best = best.orBetter(Ruling.on(shift, start, question));
        }
      }
    }
    return best.verdict(start, question);
  }

  private Availability() {}
}
