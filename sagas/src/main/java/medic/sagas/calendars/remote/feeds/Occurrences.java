package medic.sagas.calendars.remote.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a feed says under one UID: an entry or a series, and what replaces dates of it. */
final class Occurrences {

  private final Instant from;
  private final Instant to;
  private final Effort effort;
  private final List<FeedEntry> masters = new ArrayList<>();
  private final List<FeedEntry> exceptions = new ArrayList<>();
  private final List<FeedEntry> broken = new ArrayList<>();

  Occurrences(Instant from, Instant to, Effort effort) {
    this.from = from;
    this.to = to;
    this.effort = effort;
  }

  void add(FeedEntry entry) {
    if (entry.part().isBroken()) {
      broken.add(entry);
    } else {
      (entry.isException() ? exceptions : masters).add(entry);
    }
  }

  void addTo(Found found) {
    for (FeedEntry entry : broken) {
      found.unsure(entry.id());
      found.skip(entry.part(), Unreadable.line());
    }
    List<Series> series = new ArrayList<>();
    List<FeedEntry> current = newest(masters);
    for (FeedEntry entry : current) {
      found.trying(
          entry,
          entry.id(),
          () -> {
            if (!entry.cancelled() && entry.isSeries()) {
              series.add(new Series(entry, from, to, effort));
            } else {
              single(entry, current.size() > 1, found);
            }
          });
    }
    Replacements replacements =
        new Replacements(series.isEmpty() ? null : series.get(0).start(), found);
    newestExceptions().forEach(replacements::add);
    series.forEach(
        each ->
            found.trying(each.entry(), each.entry().id(), () -> addTo(found, each, replacements)));
  }

  private static void single(FeedEntry entry, boolean oneOfMany, Found found) throws Unreadable {
    if (!entry.cancelled()) {
      Moment start = entry.start();
      Instant end = entry.length(start).after(start);
      if (oneOfMany) {
        found.add(entry, entry.id() + "_" + start.instant(), entry.id(), start, end);
      } else {
        found.add(entry, entry.id(), null, start, end);
      }
    }
  }

  private static void addTo(Found found, Series series, Replacements replacements)
      throws Unreadable {
    FeedEntry entry = series.entry();
    ExceptionDates replaced = replacements.in(series.start());
    for (Span date : series.dates(odd -> found.part(entry, odd))) {
      if (!replaced.have(date.start())) {
        String id = entry.id() + "_" + date.begins();
        if (!replacements.shift(id, date, found)) {
          found.add(entry, id, entry.id(), date.start(), date.end());
        }
      }
    }
  }

  /**
   * The newest of entries that are the same; of two that are both newest and say different things
   * neither is passed over.
   */
  private static List<FeedEntry> newest(Collection<FeedEntry> same) {
    Map<String, FeedEntry> newest = new LinkedHashMap<>();
    for (FeedEntry entry : same) {
      FeedEntry other = newest.isEmpty() ? entry : newest.values().iterator().next();
      int newer = FeedEntry.BY_REVISION.compare(entry, other);
      if (newer > 0) {
        newest.clear();
      }
      if (newer >= 0) {
        newest.put(entry.part().text("DTSTART").orElse(""), entry);
      }
    }
    return List.copyOf(newest.values());
  }

  /** The newest for each date that is replaced. */
  private List<FeedEntry> newestExceptions() {
    Map<Object, List<FeedEntry>> same = new LinkedHashMap<>();
    for (FeedEntry entry : exceptions) {
      same.computeIfAbsent(dateOf(entry), key -> new ArrayList<>()).add(entry);
    }
    return same.values().stream().map(Occurrences::newest).flatMap(List::stream).toList();
  }

  private static Object dateOf(FeedEntry entry) {
    try {
      return entry.recurrence().instant();
    } catch (Unreadable odd) {
      return entry;
    }
  }
}
