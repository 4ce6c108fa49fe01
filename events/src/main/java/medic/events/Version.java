package medic.events;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Tells two states of an edited thing apart: a digest of all that can be edited of it, in 16
 * characters of base64url. The same state has the same version, on whichever side it is asked and
 * whatever it was meanwhile.
 */
public final class Version {

  private static final int BYTES = 12;

  private Version() {}

  /**
   * @param parts texts, numbers, enums and other values whose text says all of them; records and
   *     lists of these; null for what is absent. In an order that stays
   */
  public static String of(@Nullable Object... parts) {
    StringBuilder all = new StringBuilder();
    addList(Arrays.asList(parts), all);
    byte[] digest = Sha256.of(all.toString());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
  }

  private static void addList(Collection<?> parts, StringBuilder to) {
    to.append('[').append(parts.size()).append(':');
    parts.forEach(part -> add(part, to));
  }

  /** With its length before each text: no text can look like two, or like an absent one. */
  private static void add(@Nullable Object part, StringBuilder to) {
    if (part == null) {
      to.append('-');
    } else if (part instanceof Collection<?> list) {
      addList(list, to);
    } else if (part instanceof Record whole && !isScalar(whole)) {
      addList(
          Arrays.stream(whole.getClass().getRecordComponents())
              .map(c -> of(c, whole))
              .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new)),
          to);
    } else {
      String text = part.toString();
      to.append(text.length()).append('=').append(text);
    }
  }

  /** Ids are records of one value. */
  private static boolean isScalar(Record value) {
    return value.getClass().getRecordComponents().length == 1;
  }

  private static @Nullable Object of(RecordComponent component, Record whole) {
    try {
      return component.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalArgumentException("a record of ours is public", hidden);
    }
  }
}
