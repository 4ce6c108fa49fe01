package medic.query.web;

import medic.http.ApiException;
import org.jspecify.annotations.Nullable;

/** How many rows a page has. */
public final class PageSize {

  private static final int USUAL = 50;
  private static final int LARGEST = 200;

  private PageSize() {}

  public static int of(@Nullable Integer asked) {
    if (asked == null) {
      return USUAL;
    }
    if (asked < 1 || asked > LARGEST) {
      throw ApiException.badField("limit", "OUT_OF_RANGE", "Ask for 1 to " + LARGEST + " items.");
    }
    return asked;
  }
}
