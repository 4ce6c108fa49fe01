package medic.booking.http;

import medic.http.ApiException;
import org.jspecify.annotations.Nullable;

/** The header with which a client makes a request that it repeats one. */
final class KeyHeader {

  static final String NAME = "Idempotency-Key";

  private static final int LONGEST = 200;

  private KeyHeader() {}

  /** A usable key, or null where none is given. */
  static @Nullable String verified(@Nullable String key) {
    if (key != null && (key.isBlank() || key.length() > LONGEST)) {
      throw ApiException.badField(NAME, "SIZE", "must be 1 to " + LONGEST + " characters");
    }
    return key;
  }
}
