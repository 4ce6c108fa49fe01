package medic.sagas;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.ToLongFunction;
import medic.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Pages of what is numbered, newest first.
 *
 * @param before everything on the page has a smaller number
 */
public record Paging(int limit, long before) {

  private static final int USUAL = 50;
  private static final int MAX_LIMIT = 200;

  public static Paging of(@Nullable Integer limit, @Nullable String cursor) {
    int wanted = limit == null ? USUAL : limit;
    if (wanted < 1 || wanted > MAX_LIMIT) {
      throw ApiException.badField("limit", "OUT_OF_RANGE", "must be 1 to " + MAX_LIMIT);
    }
    return new Paging(wanted, cursor == null ? Long.MAX_VALUE : decode(cursor));
  }

  /** The cursor of the page after this one, where it is full. */
  public <T> @Nullable String next(List<T> page, ToLongFunction<T> number) {
    return page.size() < limit ? null : encode(number.applyAsLong(page.get(page.size() - 1)));
  }

  private static String encode(long number) {
    byte[] text = Long.toString(number).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static long decode(String cursor) {
    try {
      byte[] text = Base64.getUrlDecoder().decode(cursor);
      return Long.parseLong(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      throw ApiException.badField("cursor", "MALFORMED", "This is no cursor of ours.");
    }
  }
}
