package medic.sagas.calendars.remote.feeds;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A series taken apart into its dates. */
final class Series {

  private final FeedEntry entry;
  private final Moment start;
  private final Length length;
  private final Instant from;
  private final Instant to;
  private final Effort effort;

  /** By their beginning, so that a date that is named twice is one. */
  private final TreeMap<Instant, Span> spans = new TreeMap<>();

  Series(FeedEntry entry, Instant from, Instant to, Effort effort) throws Unreadable {
    this.entry = entry;
    this.start = entry.start();
    this.length = entry.length(start);
    this.from = from;
    this.to = to;
    this.effort = effort;
  }

  FeedEntry entry() {
    return entry;
  }

  Moment start() {
    return start;
  }

  /**
   * Its dates that may reach into the window, without those that it takes out itself.
   *
   * @param part told of each line that cannot be read and leaves the rest as it is
   */
  Iterable<Span> dates(Consumer<Unreadable> part) throws Unreadable {
    add(start);
    for (Line rule : entry.part().all("RRULE")) {
      dates(rule).forEach(date -> add(start.at(date)));
    }
    for (Line line : entry.part().all("RDATE")) {
      for (String date : line.value().split(",")) {
        effort.step(1);
        tryTo(() -> addDate(line, date), part);
      }
    }
    ExceptionDates exceptions = exceptions(part);
    spans.values().removeIf(span -> exceptions.have(span.start()));
    return spans.values();
  }

  private void add(Moment date) {
    spans.putIfAbsent(date.instant(), new Span(date, length.after(date)));
  }

  private void addDate(Line line, String date) throws Unreadable {
    if (date.indexOf('/') >= 0) {
      Span span = Span.of(line, date, entry.times());
      spans.put(span.begins(), span);
    } else {
      Moment moment = entry.times().read(line, date);
      add(moment.isDate() == start.isDate() ? moment : ExceptionDates.named(moment, start));
    }
  }

  private List<LocalDateTime> dates(Line rule) throws Unreadable {
    LocalDateTime since = Moment.localIn(from.minus(length.atMost()), start.rules()).minusDays(1);
    LocalDateTime until = Moment.localIn(to, start.rules()).plusDays(1);
    return SeriesRule.of(rule.value())
        .dates(start.local(), since, until, written -> last(rule, written), effort);
  }

  /** A date is the whole of its day. */
  private LocalDateTime last(Line rule, String written) throws Unreadable {
    Moment until = entry.times().read(rule, written);
    if (start.isDate()) {
      return until.dateAsSeenBy(start).atStartOfDay();
    }
    return until.isDate() ? until.date().atTime(LocalTime.MAX) : until.asSeenBy(start);
  }

  private ExceptionDates exceptions(Consumer<Unreadable> part) throws Unreadable {
    ExceptionDates exceptions = new ExceptionDates(start);
    for (Line rule : entry.part().all("EXRULE")) {
      dates(rule).forEach(date -> exceptions.add(start.at(date)));
    }
    for (Line line : entry.part().all("EXDATE")) {
      for (String date : line.value().split(",")) {
        effort.step(1);
        if (!date.isBlank()) {
          tryTo(() -> exceptions.add(exception(line, date)), part);
        }
      }
    }
    return exceptions;
  }

  private Moment exception(Line line, String date) throws Unreadable {
    try {
      return entry.times().read(line, date);
    } catch (Unreadable odd) {
      throw Unreadable.exception();
    }
  }

  private static void tryTo(Found.Attempt attempt, Consumer<Unreadable> part) {
    try {
      attempt.make();
    } catch (Unreadable odd) {
      part.accept(odd);
    }
  }
}
