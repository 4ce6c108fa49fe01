package medic.http;

import org.jspecify.annotations.Nullable;

/** The header with which a client makes a request that it repeats one. */
public final class KeyHeader {

  public static final String NAME = "Idempotency-Key";

  /** In characters. */
  public static final int MAX_LENGTH = 200;

  private KeyHeader() {}

  /** A usable key, or null where none is given. */
  public static @Nullable String verified(@Nullable String key) {
    if (key != null && (key.isBlank() || key.length() > MAX_LENGTH)) {
      throw ApiException.badField(NAME, "SIZE", "must be 1 to " + MAX_LENGTH + " characters");
    }
    return key;
  }
}
