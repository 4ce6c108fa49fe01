package medic.availability;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A weekly template: the doctor works at this place on this day from {@code opens} to {@code
 * closes}, in the wall-clock time of {@code zone}.
 *
 * <ul>
 *   <li>{@code place} and {@code room} are the caller's own small non-negative numbers; {@link
 *       #NO_ROOM} when the template names none.
 *   <li>{@code closes} before {@code opens} means it ends the next day; equal ones are refused.
 *       Times count to the millisecond.
 *   <li>Starts lie every {@code stepMinutes} elapsed minutes after {@code opens}.
 *   <li>Of overlapping hours the higher {@code priority} owns the time from {@code opens} to {@code
 *       closes}, its breaks included, whatever the place. Equal priorities both offer.
 *   <li>Crossing midnight, a break that lies before {@code opens} belongs to the next day.
 * </ul>
 */
public record WeeklyHours(
    int place,
    int room,
    ZoneId zone,
    DayOfWeek day,
    LocalTime opens,
    LocalTime closes,
    List<Break> breaks,
    int stepMinutes,
    Buffers buffers,
    int maxParallel,
    int priority) {

  public static final int NO_ROOM = -1;

  public WeeklyHours {
    Numbers.requirePlace(place);
    Numbers.requireRoom(room);
    if (opens.equals(closes)) {
      throw new IllegalArgumentException("Hours must not close when they open: " + opens);
    }
    if (stepMinutes < 1 || maxParallel < 1) {
      throw new IllegalArgumentException(
          "Step and parallel visits must be positive: " + stepMinutes + ", " + maxParallel);
    }
    breaks = List.copyOf(breaks);
  }

  boolean crossesMidnight() {
    return closes.isBefore(opens);
  }
}
