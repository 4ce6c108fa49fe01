package medic.app.journey;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bad requests, gathered route by route: a good body with one thing wrong in it. */
final class BadRequests {

  /** A request, and the refusal it must meet. A field of "" means that none is at fault. */
  record BadRequest(
      String method, String path, Object body, String why, int status, String code, String field) {
    @Override
    public String toString() {
      return method + " " + path + " " + why;
    }
  }

  private final List<BadRequest> all = new ArrayList<>();
  private String method = "GET";
  private String path = "";
  private Map<String, Object> good = Map.of();

  List<BadRequest> all() {
    return all;
  }

  BadRequests route(String method, String path, Map<String, Object> good) {
    this.method = method;
    this.path = path;
    this.good = good;
    return this;
  }

  BadRequests route(String method, String path) {
    return route(method, path, Map.of());
  }

  /** What every route with a body refuses alike. */
  BadRequests malformed() {
    sent("{\"a\":", "cut off", 400, "INVALID_JSON", "");
    sent("[]", "an array", 400, "", "");
    sent("\"text\"", "a text", 400, "", "");
    sent("{\"a\":1,\"a\":2}", "a field twice", 400, "", "");
    return with("nonsense", 1, 400, "INVALID_REQUEST", "nonsense");
  }

  BadRequests bodyNeeded() {
    return sent("", "no body", 400, "INVALID_JSON", "");
  }

  /** Each left out, and each null. */
  BadRequests required(String... fields) {
    for (String field : fields) {
      missing(field);
      with(field, null);
    }
    return this;
  }

  /** Fields that must be named, if only to say null. */
  BadRequests missing(String field) {
    Map<String, Object> without = new HashMap<>(good);
    without.remove(field);
    sent(without, "without " + field, 400, "INVALID_REQUEST", field);
    return this;
  }

  /** Values of a wrong type or out of bounds: malformed, told of the field itself. */
  BadRequests bad(String field, Object... values) {
    for (Object value : values) {
      with(field, value);
    }
    return this;
  }

  BadRequests ids(String... fields) {
    for (String field : fields) {
      bad(field, "x", 7, "", List.of(), "1-1-1-1-1");
    }
    return this;
  }

  BadRequests longer(String field, int most) {
    return bad(field, "x".repeat(most + 1), 7, true, "NUL \0 inside");
  }

  BadRequests oneLine(String... fields) {
    for (String field : fields) {
      bad(field, "two\nlines", "a\ttab", "a bell\u0007", "a\u0085break", "a\u2028separator");
    }
    return unreadable(fields);
  }

  /** What turns, hides or is half a character, in fields of one line and of several. */
  BadRequests unreadable(String... fields) {
    for (String field : fields) {
      bad(field, "a\u202Eb", "a\u2066b", "a\u200Eb", "a\u200Bb", "Al\u200Dice", "a\uFEFFb");
    }
    return this;
  }

  BadRequests times(String... fields) {
    for (String field : fields) {
      bad(field, "yesterday", "2026-12-01", "2026-13-01T00:00:00Z", "+10000-01-01T00:00:00Z");
      bad(field, 1_800_000_000L, "2026-12-01T08:00:00", "1899-12-31T00:00:00Z", "");
    }
    return this;
  }

  BadRequests zone(String field) {
    return bad(field, "Mars/Base", "+02:00", "", 2, "europe/berlin");
  }

  BadRequests number(String field, long least, long most) {
    bad(field, least - 1, most + 1, "30", 1.5, true, List.of());
    return bad(field, new java.math.BigDecimal("1e400"), Long.MAX_VALUE, Long.MIN_VALUE);
  }

  BadRequests flag(String field) {
    return bad(field, "true", 1, List.of());
  }

  private BadRequests with(String field, Object value) {
    return with(field, value, 400, "INVALID_REQUEST", field);
  }

  BadRequests with(String field, Object value, int status, String code, String at) {
    Map<String, Object> bad = new HashMap<>(good);
    bad.put(field, value);
    String shown = String.valueOf(value);
    String why = field + "=" + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown);
    return sent(bad, why, status, code, at);
  }

  /** An id that nothing stands under. */
  BadRequests unknown(String field, int status, String code) {
    return with(field, UUID.randomUUID().toString(), status, code, field);
  }

  BadRequests refused(String why, int status, String code) {
    return sent(good, why, status, code, "");
  }

  BadRequests refused(String why, int status, String code, String field) {
    return sent(good, why, status, code, field);
  }

  BadRequests asked(String path, int status, String code, String field) {
    return route("GET", path).refused("", status, code, field);
  }

  BadRequests limits(String path) {
    for (String limit : List.of("0", "-1", "201", "many", "99999999999", "1.5")) {
      asked(path + "limit=" + limit, 400, "INVALID_REQUEST", "limit");
    }
    return this;
  }

  /** Where a page did not end. */
  BadRequests cursors(String path) {
    for (String cursor :
        List.of(
            "x",
            "%00",
            "!!!",
            "MjAyNi0xMi0wMVQwODowMDowMFogeA",
            "a".repeat(2000),
            "%21",
            forged("+294277-01-01T00:00:00Z"),
            forged(Instant.MAX.toString()),
            forged(Instant.MIN.toString()))) {
      asked(path + "cursor=" + cursor, 400, "INVALID_REQUEST", "cursor");
    }
    return this;
  }

  /** One of a time that no row can have. */
  private static String forged(String at) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + new UUID(1, 1)).getBytes(StandardCharsets.UTF_8));
  }

  BadRequests sent(Object body, String why, int status, String code, String field) {
    all.add(new BadRequest(method, path, body, why, status, code, field));
    return this;
  }
}
