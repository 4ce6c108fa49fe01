package medic.events.id;

import java.util.UUID;

/** Reads UUIDs strictly: the JDK also takes shortened ones, which would name one thing twice. */
final class Uuids {

  private static final int CANONICAL_LENGTH = 36;

  private Uuids() {}

  static UUID parse(String text) {
    if (text.length() != CANONICAL_LENGTH) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }
}
