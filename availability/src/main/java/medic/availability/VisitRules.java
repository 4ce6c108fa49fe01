package medic.availability;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of visit is asked for.
 *
 * @param buffers the visit's own; the larger of these and the weekly hours' count
 * @param minNoticeMinutes the start lies at least this long after now
 * @param maxFutureDays the start lies on today or one of this many following days, as the place's
 *     calendar counts them; null when unlimited
 * @param places where it may take place; empty for everywhere
 * @param defaultRoom used at {@code defaultRoomPlace} when the hours or the opening name no room
 */
public record VisitRules(
    int durationMinutes,
    Buffers buffers,
    int minNoticeMinutes,
    @Nullable Integer maxFutureDays,
    Set<Integer> places,
    int defaultRoom,
    int defaultRoomPlace) {

  public VisitRules {
    if (durationMinutes < 1) {
      throw new IllegalArgumentException("A visit must take time: " + durationMinutes);
    }
    if (minNoticeMinutes < 0 || (maxFutureDays != null && maxFutureDays < 0)) {
      throw new IllegalArgumentException(
          "Notice and horizon must not be negative: " + minNoticeMinutes + ", " + maxFutureDays);
    }
    Numbers.requireRoom(defaultRoom);
    places = Set.copyOf(places);
  }

  boolean allows(int place) {
    return places.isEmpty() || places.contains(place);
  }

  int roomAt(int place, int namedRoom) {
    if (namedRoom != WeeklyHours.NO_ROOM) {
      return namedRoom;
    }
    return place == defaultRoomPlace ? defaultRoom : WeeklyHours.NO_ROOM;
  }
}
