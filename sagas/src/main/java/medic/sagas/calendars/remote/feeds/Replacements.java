package medic.sagas.calendars.remote.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What replaces dates of a series: one by one, or all from one on (RANGE=THISANDFUTURE). */
final class Replacements {

  private final @Nullable Moment series;
  private final Found found;
  private final List<Moment> dates = new ArrayList<>();
  private final TreeMap<Instant, Shift> shifts = new TreeMap<>();

  /**
   * @param series the start of the series, where one is known
   */
  Replacements(@Nullable Moment series, Found found) {
    this.series = series;
    this.found = found;
  }

  /** One that cannot be read leaves the date where the series has it. */
  void add(FeedEntry entry) {
    Moment date = dateOf(entry);
    boolean all = date == null || series != null && entry.isForAllThatFollow();
    String id = date == null || all ? entry.id() : entry.id() + "_" + date.instant();
    found.trying(
        entry,
        id,
        () -> {
          if (date == null) {
            lost(entry);
          } else if (all) {
            shifts.put(date.instant(), Shift.of(entry, date));
          } else {
            single(entry, id);
            dates.add(date);
          }
        });
  }

  private @Nullable Moment dateOf(FeedEntry entry) {
    try {
      Moment date = entry.recurrence();
      return series == null ? date : ExceptionDates.named(date, series);
    } catch (Unreadable odd) {
      return null;
    }
  }

  /** Nobody knows which date it replaces: it takes its time as well. */
  private void lost(FeedEntry entry) throws Unreadable {
    single(entry, entry.id() + "_" + entry.start().instant() + "_replaced");
    throw Unreadable.exception();
  }

  private void single(FeedEntry entry, String id) throws Unreadable {
    if (!entry.cancelled()) {
      Moment start = entry.start();
      found.add(entry, id, entry.id(), start, entry.length(start).after(start));
    }
  }

  ExceptionDates in(Moment start) {
    ExceptionDates exceptions = new ExceptionDates(start);
    dates.forEach(exceptions::add);
    return exceptions;
  }

  /** Adds a date as what replaces all from one on has it, if anything does. */
  boolean shift(String id, Span date, Found found) {
    Map.Entry<Instant, Shift> shift = shifts.floorEntry(date.begins());
    if (shift != null) {
      shift.getValue().add(id, date.start(), found);
    }
    return shift != null;
  }

  /** How all dates from one on differ from what the series says. */
  private record Shift(FeedEntry entry, Duration by, Length length) {

    static Shift of(FeedEntry entry, Moment date) throws Unreadable {
      if (entry.cancelled()) {
        return new Shift(entry, Duration.ZERO, Length.withoutEnd(date));
      }
      Moment start = entry.start();
      return new Shift(
          entry, Duration.between(date.local(), start.asSeenBy(date)), entry.length(start));
    }

    void add(String id, Moment date, Found found) {
      Moment moved = date.at(date.local().plus(by));
      found.add(entry, id, entry.id(), moved, length.after(moved));
    }
  }
}
