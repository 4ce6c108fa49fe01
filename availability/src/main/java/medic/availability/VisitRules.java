package medic.availability;

import java.util.Set;
import java.util.stream.Collectors;
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
 *     that suits the visit
 * @param defaultRoomPlace one place, or {@link #ANY_PLACE}
 * @param unsuitableRooms rooms that it cannot take place in; hours in one of them offer nothing,
 *     unless the default room stands in
 */
public record VisitRules(
    int durationMinutes,
    Buffers buffers,
    int minNoticeMinutes,
    @Nullable Integer maxFutureDays,
    Set<Integer> places,
    int defaultRoom,
    int defaultRoomPlace,
    Set<Integer> unsuitableRooms) {

  /** The default room goes wherever the visit does. */
  public static final int ANY_PLACE = -1;

  /** Hours name a room that does not suit, and no other stands in. */
  static final int NO_SUITABLE_ROOM = -3;

  private static final Set<Integer> NOWHERE = Set.of(-1);

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
    unsuitableRooms = Set.copyOf(unsuitableRooms);
  }

  /** Every room suits. */
  public VisitRules(
      int durationMinutes,
      Buffers buffers,
      int minNoticeMinutes,
      @Nullable Integer maxFutureDays,
      Set<Integer> places,
      int defaultRoom,
      int defaultRoomPlace) {
    this(
        durationMinutes,
        buffers,
        minNoticeMinutes,
        maxFutureDays,
        places,
        defaultRoom,
        defaultRoomPlace,
        Set.of());
  }

  /** The same at these of its places alone; nowhere when there is none of them. */
  public VisitRules onlyAt(Set<Integer> some) {
    Set<Integer> left = some.stream().filter(this::allows).collect(Collectors.toSet());
    return new VisitRules(
        durationMinutes,
        buffers,
        minNoticeMinutes,
        maxFutureDays,
        left.isEmpty() ? NOWHERE : left,
        defaultRoom,
        defaultRoomPlace,
        unsuitableRooms);
  }

  public boolean allows(int place) {
    return places.isEmpty() || places.contains(place);
  }

  /** The room that is named, else the default one, as far as they suit. */
  int roomAt(int place, int namedRoom) {
    boolean named = namedRoom != WeeklyHours.NO_ROOM;
    if (named && !unsuitableRooms.contains(namedRoom)) {
      return namedRoom;
    }
    if (defaultRoomServes(place)) {
      return defaultRoom;
    }
    return named ? NO_SUITABLE_ROOM : WeeklyHours.NO_ROOM;
  }

  private boolean defaultRoomServes(int place) {
    return defaultRoom != WeeklyHours.NO_ROOM
        && (defaultRoomPlace == ANY_PLACE || defaultRoomPlace == place)
        && !unsuitableRooms.contains(defaultRoom);
  }
}
