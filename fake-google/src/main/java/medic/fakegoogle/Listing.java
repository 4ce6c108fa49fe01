package medic.fakegoogle;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list request asks for, whether it begins, goes on at a page, or asks for what is new.
 *
 * @param since the version a sync token stands for; -1 for a full list
 * @param upTo the version this list is pinned to, so that what changes meanwhile comes next time
 * @param after the last entry of the page before: its version and id
 */
record Listing(
    boolean singleEvents,
    boolean showDeleted,
    Instant from,
    Instant to,
    long since,
    long upTo,
    @Nullable Position after,
    int pageSize) {

  /** The place of an entry in a list: by version, then by id. */
  record Position(long version, String id) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
      int byVersion = Long.compare(version, other.version);
      return byVersion != 0 ? byVersion : id.compareTo(other.id);
    }
  }

  private static final int USUAL_PAGE = 250;
  private static final int LARGEST_PAGE = 2500;
  private static final Set<String> NOT_WITH_SYNC_TOKEN =
      Set.of(
          "iCalUID",
          "orderBy",
          "privateExtendedProperty",
          "q",
          "sharedExtendedProperty",
          "timeMin",
          "timeMax",
          "updatedMin");

  boolean incremental() {
    return since >= 0;
  }

  static Listing of(Map<String, String> query, FakeCalendar calendar) {
    boolean single = Boolean.parseBoolean(query.get("singleEvents"));
    int size = pageSize(query, calendar.largestPage());
    if (query.containsKey("pageToken")) {
      return page(query, decoded(query.get("pageToken"), 8), size, calendar);
    }
    if (query.containsKey("syncToken")) {
      return incremental(query, single, size, calendar);
    }
    return new Listing(
        single,
        Boolean.parseBoolean(query.get("showDeleted")),
        time(query.get("timeMin"), Instant.MIN),
        time(query.get("timeMax"), Instant.MAX),
        -1,
        calendar.version(),
        null,
        size);
  }

  private static Listing incremental(
      Map<String, String> query, boolean single, int size, FakeCalendar calendar) {
    if (query.keySet().stream().anyMatch(NOT_WITH_SYNC_TOKEN::contains)) {
      throw ApiError.badRequest("invalid", "Sync token cannot be used with the given parameters.");
    }
    String[] token = decoded(query.get("syncToken"), 5);
    if (!token[0].equals(Long.toString(calendar.tokenGeneration()))) {
      throw ApiError.syncTokenGone();
    }
    if (single != Boolean.parseBoolean(token[2])) {
      throw ApiError.badRequest("invalid", "The parameters differ from those of the first sync.");
    }
    return new Listing(
        single,
        true,
        instant(token[3]),
        instant(token[4]),
        Long.parseLong(token[1]),
        calendar.version(),
        null,
        size);
  }

  private static Listing page(
      Map<String, String> query, String[] token, int size, FakeCalendar calendar) {
    if (!token[0].equals(Long.toString(calendar.tokenGeneration()))) {
      throw query.containsKey("syncToken")
          ? ApiError.syncTokenGone()
          : ApiError.badRequest("invalid", "Invalid page token");
    }
    return new Listing(
        Boolean.parseBoolean(token[1]),
        Boolean.parseBoolean(token[2]),
        instant(token[3]),
        instant(token[4]),
        Long.parseLong(token[5].split(":")[0]),
        Long.parseLong(token[5].split(":")[1]),
        new Position(Long.parseLong(token[6]), token[7]),
        size);
  }

  String pageToken(Position last, long generation) {
    return encoded(
        generation,
        singleEvents,
        showDeleted,
        from,
        to,
        since + ":" + upTo,
        last.version(),
        last.id());
  }

  String syncToken(long generation) {
    return encoded(generation, upTo, singleEvents, from, to);
  }

  private static String encoded(Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      text.append(text.length() == 0 ? "" : "|").append(part);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String[] decoded(@Nullable String token, int parts) {
    try {
      String text =
          new String(
              Base64.getUrlDecoder().decode(token == null ? "" : token), StandardCharsets.UTF_8);
      String[] split = text.split("\\|");
      if (split.length == parts) {
        return split;
      }
    } catch (IllegalArgumentException notBase64) {
      throw ApiError.badRequest("invalid", "Invalid token");
    }
    throw ApiError.badRequest("invalid", "Invalid token");
  }

  private static int pageSize(Map<String, String> query, int largest) {
    try {
      int asked = Integer.parseInt(query.getOrDefault("maxResults", "" + USUAL_PAGE));
      return Math.max(1, Math.min(Math.min(asked, LARGEST_PAGE), largest));
    } catch (NumberFormatException malformed) {
      throw ApiError.badRequest("invalid", "Invalid maxResults");
    }
  }

  private static Instant time(@Nullable String text, Instant otherwise) {
    try {
      return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw ApiError.badRequest("invalid", "Invalid time bound");
    }
  }

  private static Instant instant(String text) {
    return text.equals(Instant.MIN.toString())
        ? Instant.MIN
        : text.equals(Instant.MAX.toString()) ? Instant.MAX : Instant.parse(text);
  }
}
