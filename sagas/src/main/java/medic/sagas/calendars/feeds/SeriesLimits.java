package medic.sagas.calendars.feeds;

import java.util.Collection;
import java.util.List;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * How much the recurrence rules of one feed may ask for. A line of text can name more dates than
 * fit into memory: those of a year at once (BY parts multiply), those of all time before the first
 * that we look at (COUNT is counted from the start), or a change of the clocks each second.
 */
final class SeriesLimits {

  private static final int MOST_VALUES = 1000;
  private static final int MOST_COUNTED = 200_000;
  private static final int MOST_ZONE_RULES = 200;
  private static final int HOURS = 24;

  private long counted;
  private int zoneRules;

  /**
   * @throws RemoteFailure REJECTED for the rule of an entry that is too much, by itself or with
   *     those before it
   */
  void verify(Recur<?> rule) {
    Frequency frequency = rule.getFrequency();
    counted += Math.max(0, rule.getCount());
    if (frequency == Frequency.SECONDLY
        || frequency == Frequency.MINUTELY
        || values(rule) > MOST_VALUES
        || counted > MOST_COUNTED) {
      throw tooMuch();
    }
  }

  /**
   * @throws RemoteFailure REJECTED unless the clocks change by it as clocks do
   */
  void verifyOfZone(Recur<?> rule) {
    zoneRules++;
    if (rule.getFrequency() != Frequency.YEARLY || zoneRules > MOST_ZONE_RULES) {
      throw tooMuch();
    }
    verify(rule);
  }

  /** How many dates, weeks or days of the week a rule names in each of its periods, at most. */
  private static long values(Recur<?> rule) {
    long values = rule.getFrequency() == Frequency.HOURLY ? HOURS : 1;
    for (Collection<?> part :
        List.of(
            rule.getMonthList(),
            rule.getWeekNoList(),
            rule.getYearDayList(),
            rule.getMonthDayList(),
            rule.getDayList(),
            rule.getHourList(),
            rule.getMinuteList(),
            rule.getSecondList(),
            rule.getSetPosList())) {
      values = Math.min(MOST_VALUES + 1, values * Math.max(1, part.size()));
    }
    return values;
  }

  private static RemoteFailure tooMuch() {
    return new RemoteFailure(Kind.REJECTED, "the feed has a series of too many entries");
  }
}
