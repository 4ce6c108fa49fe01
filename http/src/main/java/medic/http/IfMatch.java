package medic.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header by which who edits something says which version they read: an {@code ETag}, or {@code
 * *} for any. A tag that a proxy weakened on its way counts as the one it was.
 */
public final class IfMatch {

  public static final String NAME = "If-Match";

  private static final Pattern ONE_TAG = Pattern.compile("(?:W/)?\"([!#-~]{1,100})\"");

  private IfMatch() {}

  /** The version; null where none is asked for. */
  public static @Nullable String version(@Nullable String header) {
    if (header == null || header.strip().equals("*")) {
      return null;
    }
    Matcher tag = ONE_TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw ApiException.badField(NAME, "MALFORMED", "must be one ETag, with its quotes, or *");
    }
    return tag.group(1);
  }
}
