package medic.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort key of its last row. Opaque to clients, who only hand it back.
 *
 * @param at the row's time
 * @param id what tells rows of the same time apart
 */
public record Cursor(Instant at, String id) {

  private static final int MAX_LENGTH = 1_000;
  private static final int UUID_LENGTH = 36;

  /** The years that every store and clock of ours knows. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** Before every row whose id is a UUID. */
  public static Cursor beforeAll() {
    return new Cursor(FIRST, new UUID(0, 0).toString());
  }

  public String encode() {
    String text = at + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  public static @Nullable Cursor decode(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return parse(text);
    } catch (RuntimeException malformed) {
      throw malformed();
    }
  }

  /** As {@link #decode}, where the id has to be a UUID. */
  public static @Nullable Cursor decodeUuid(@Nullable String text) {
    return decodeChecked(text, Cursor::uuid);
  }

  /** As {@link #decode}, where the id has to be a number. */
  public static @Nullable Cursor decodeNumber(@Nullable String text) {
    return decodeChecked(text, Cursor::number);
  }

  /** As {@link #decode}, where the id has to begin with a UUID. */
  public static @Nullable Cursor decodeUuidPrefix(@Nullable String text) {
    return decodeChecked(text, cursor -> UUID.fromString(cursor.id.substring(0, UUID_LENGTH)));
  }

  public UUID uuid() {
    return UUID.fromString(id);
  }

  public long number() {
    return Long.parseLong(id);
  }

  private static @Nullable Cursor decodeChecked(
      @Nullable String text, Function<Cursor, Object> check) {
    Cursor cursor = decode(text);
    if (cursor != null) {
      try {
        var unused = check.apply(cursor);
      } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
        throw malformed();
      }
    }
    return cursor;
  }

  private static ApiException malformed() {
    return ApiException.badField("cursor", "MALFORMED", "This is no cursor of ours.");
  }

  private static Cursor parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("too long");
    }
    String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    int space = plain.indexOf(' ');
    Instant at = Instant.parse(plain.substring(0, space));
    if (at.isBefore(FIRST) || at.isAfter(LAST) || plain.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("no row ends a page here");
    }
    return new Cursor(at, plain.substring(space + 1));
  }
}
