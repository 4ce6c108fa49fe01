package medic.query.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A stretch of time [from, to) as it was asked for; an absent end means the usual one. */
public record TimeRange(@Nullable TimeBound from, @Nullable TimeBound to) {

  /** Between two instants. */
  public record Window(Instant from, Instant to) {

    /** It ends before it starts, or as it does. */
    public boolean isEmpty() {
      return !from.isBefore(to);
    }
  }

  /** The clocks of two zones differ by at most so much. */
  private static final Duration ZONES_APART = Duration.ofHours(36);

  public static TimeRange parse(@Nullable String from, @Nullable String to) {
    return new TimeRange(TimeBound.parse("from", from), TimeBound.parse("to", to));
  }

  /**
   * In a zone: from {@code now} and for the usual length where not said.
   *
   * @throws QueryRefused when it ends before it starts or is longer than {@code longest}
   */
  public Window in(ZoneId zone, Instant now, Duration usual, Duration longest) {
    Window window = unchecked(zone, zone, now, usual);
    mustNotBeEmpty(window);
    // an inclusive last day and a longer day in autumn are no reason to refuse
    mustNotExceed(longest.plusHours(25), longest, window);
    return window;
  }

  /**
   * In each of some zones, where civil dates begin and end at times of their own; those in which
   * nothing is left of it are left out.
   *
   * @throws QueryRefused when it ends before it starts in all of them, or is too long in one
   */
  public Map<ZoneId, Window> inEach(
      Set<ZoneId> zones, Instant now, Duration usual, Duration longest) {
    Map<ZoneId, Window> windows = new LinkedHashMap<>();
    for (ZoneId zone : zones) {
      Window window = unchecked(zone, zone, now, usual);
      if (!window.isEmpty()) {
        windows.put(zone, in(zone, now, usual, longest));
      }
    }
    if (windows.isEmpty()) {
      throw empty();
    }
    return windows;
  }

  /**
   * What it may come to in any zone, for a first look while the zones are not known yet.
   *
   * @throws QueryRefused when it is empty or too long wherever civil dates are taken
   */
  public Window anywhere(Instant now, Duration usual, Duration longest) {
    Window window = unchecked(ZoneOffset.MAX, ZoneOffset.MIN, now, usual);
    mustNotBeEmpty(window);
    mustNotExceed(longest.plus(ZONES_APART).plusHours(25), longest, window);
    return window;
  }

  private Window unchecked(ZoneId first, ZoneId last, Instant now, Duration usual) {
    Instant start = from == null ? now : from.startIn(first);
    Instant end = to == null ? startIn(last, now).plus(usual) : to.endIn(last);
    return new Window(start, end);
  }

  private Instant startIn(ZoneId zone, Instant now) {
    return from == null ? now : from.startIn(zone);
  }

  private static void mustNotBeEmpty(Window window) {
    if (window.isEmpty()) {
      throw empty();
    }
  }

  private static QueryRefused empty() {
    return new QueryRefused(
        HttpStatus.BAD_REQUEST, "RANGE_EMPTY", "The range ends before it starts.", "to");
  }

  private static void mustNotExceed(Duration limit, Duration told, Window window) {
    if (Duration.between(window.from(), window.to()).compareTo(limit) > 0) {
      throw new QueryRefused(
          HttpStatus.BAD_REQUEST,
          "RANGE_TOO_LONG",
          "Ask for at most " + told.toDays() + " days at a time.",
          "to");
    }
  }
}
