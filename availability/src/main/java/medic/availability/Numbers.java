package medic.availability;

/** The caller's numbers of places and rooms: small, because they index arrays. */
final class Numbers {

  private static final int LIMIT = 1 << 16;

  static void requirePlace(int place) {
    if (place < 0 || place >= LIMIT) {
      throw new IllegalArgumentException("A place is a small non-negative number: " + place);
    }
  }

  static void requireRoom(int room) {
    if (room < WeeklyHours.NO_ROOM || room >= LIMIT) {
      throw new IllegalArgumentException("A room is a small non-negative number or none: " + room);
    }
  }

  private Numbers() {}
}
