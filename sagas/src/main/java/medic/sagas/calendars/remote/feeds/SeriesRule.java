package medic.sagas.calendars.remote.feeds;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import medic.sagas.calendars.remote.RemoteFailure;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule, which names what a clock shows and knows no zone. Its UNTIL is read by whoever
 * knows in which form the series is.
 */
final class SeriesRule {

  /** How many dates a rule may name in one of its periods: BY parts multiply. */
  private static final int MAX_VALUES = 1_000;

  /** Some more than a series of each hour has in the time that is looked at. */
  private static final int MAX_DATES = 10_000;

  /** After so many periods without a date the library looks no further. */
  private static final int LOOKS_AHEAD = 1_000;

  private static final int COST_OF_LOOKING = 5_000;

  private final RecurrenceRule rule;
  private final @Nullable String until;

  private SeriesRule(RecurrenceRule rule, @Nullable String until) {
    this.rule = rule;
    this.until = until;
  }

  /** The last that a clock may show, of an UNTIL as it is written. */
  interface Until {
    LocalDateTime last(String written) throws Unreadable;
  }

  static SeriesRule of(String text) throws Unreadable {
    List<String> parts = new ArrayList<>();
    String until = null;
    long values = 1;
    for (String part : text.toUpperCase(Locale.ROOT).replaceAll("\\s", "").split(";")) {
      if (part.startsWith("UNTIL=")) {
        until = part.substring("UNTIL=".length());
      } else if (!part.isEmpty() && !part.startsWith("X-")) {
        parts.add(part);
        values *= part.chars().filter(c -> c == ',').count() + 1;
      }
      if (values > MAX_VALUES) {
        throw Unreadable.tooMany();
      }
    }
    try {
      return new SeriesRule(
          new RecurrenceRule(String.join(";", parts), RfcMode.RFC5545_STRICT), until);
    } catch (InvalidRecurrenceRuleException | RuntimeException malformed) {
      throw Unreadable.rule();
    }
  }

  boolean isYearly() {
    return rule.getFreq() == Freq.YEARLY;
  }

  /**
   * The dates in [from, to) of a series that starts at {@code start}.
   *
   * @throws Unreadable when there are too many, or too many before them
   */
  List<LocalDateTime> dates(
      LocalDateTime start, LocalDateTime from, LocalDateTime to, Until reader, Effort effort)
      throws Unreadable {
    LocalDateTime last = until == null ? to : reader.last(until);
    List<LocalDateTime> dates = new ArrayList<>();
    boolean skips = rule.getCount() == null && from.isAfter(start);
    LocalDateTime reached = skips ? from : start;
    try {
      RecurrenceRuleIterator each = rule.iterator(floating(start));
      if (skips) {
        each.fastForward(from.toInstant(ZoneOffset.UTC).toEpochMilli());
      }
      while (each.hasNext()) {
        effort.step(1);
        LocalDateTime date =
            LocalDateTime.ofEpochSecond(Math.floorDiv(each.nextMillis(), 1000L), 0, ZoneOffset.UTC);
        if (!date.isBefore(to) || date.isAfter(last)) {
          return dates;
        }
        reached = date;
        if (!date.isBefore(from)) {
          dates.add(date);
        }
        if (dates.size() > MAX_DATES) {
          throw Unreadable.tooMany();
        }
      }
    } catch (RemoteFailure tooMuch) {
      throw tooMuch;
    } catch (IllegalArgumentException | IllegalStateException noneForLong) {
      effort.step(COST_OF_LOOKING);
      if (reached.plus(LOOKS_AHEAD, period()).isBefore(to)) {
        throw Unreadable.tooMany();
      }
    } catch (RuntimeException beyond) {
      throw Unreadable.rule();
    }
    return dates;
  }

  private ChronoUnit period() {
    switch (rule.getFreq()) {
      case SECONDLY:
        return ChronoUnit.SECONDS;
      case MINUTELY:
        return ChronoUnit.MINUTES;
      case HOURLY:
        return ChronoUnit.HOURS;
      default:
        return ChronoUnit.DAYS;
    }
  }

  private static DateTime floating(LocalDateTime at) {
    return new DateTime(
        at.getYear(),
        at.getMonthValue() - 1,
        at.getDayOfMonth(),
        at.getHour(),
        at.getMinute(),
        at.getSecond());
  }
}
