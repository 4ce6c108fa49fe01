package medic.sagas.calendars.remote.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * The dates of a series that something else stands for, whatever form they are written in: the
 * instant, the clock of the series, or the date alone.
 */
final class ExceptionDates {

  private final Moment series;
  private final Set<Instant> instants = new HashSet<>();
  private final Set<LocalDate> dates = new HashSet<>();

  ExceptionDates(Moment series) {
    this.series = series;
  }

  void add(Moment exception) {
    if (series.isDate()) {
      dates.add(exception.dateAsSeenBy(series));
    } else if (exception.isDate()) {
      dates.add(exception.date());
    } else {
      instants.add(series.at(exception.asSeenBy(series)).instant());
    }
  }

  boolean have(Moment date) {
    return instants.contains(date.instant()) || dates.contains(date.date());
  }

  /** The date of the series that an exception names, as the series itself would write it. */
  static Moment named(Moment exception, Moment series) {
    if (series.isDate()) {
      return series.at(exception.dateAsSeenBy(series).atStartOfDay());
    } else if (exception.isDate()) {
      return series.at(exception.date().atTime(series.local().toLocalTime()));
    }
    return series.at(exception.asSeenBy(series));
  }
}
