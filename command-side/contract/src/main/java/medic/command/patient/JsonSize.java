package medic.command.patient;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How large and deep a value is as JSON: objects are maps, arrays are collections. */
final class JsonSize {

  private static final int SIGNS = 2;

  private JsonSize() {}

  /**
   * Whether it has few enough levels, its own included, and UTF-8 bytes; a character that JSON
   * escapes counts as it is.
   */
  static boolean fits(Object value, int levels, int bytes) {
    return isWithin(value, levels) && bytes(value) <= bytes;
  }

  private static boolean isWithin(@Nullable Object value, int levels) {
    Collection<?> parts = parts(value);
    return parts == null
        || levels > 0 && parts.stream().allMatch(part -> isWithin(part, levels - 1));
  }

  private static @Nullable Collection<?> parts(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.values();
    }
    return value instanceof Collection<?> array ? array : null;
  }

  private static long bytes(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return SIGNS
          + object.entrySet().stream()
              .mapToLong(entry -> bytes(entry.getKey()) + bytes(entry.getValue()) + SIGNS)
              .sum();
    } else if (value instanceof Collection<?> array) {
      return SIGNS + array.stream().mapToLong(part -> bytes(part) + 1).sum();
    }
    int signs = value instanceof String ? SIGNS : 0;
    return signs + String.valueOf(value).getBytes(StandardCharsets.UTF_8).length;
  }
}
