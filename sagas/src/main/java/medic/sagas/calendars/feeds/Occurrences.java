package medic.sagas.calendars.feeds;

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
  private final List<Entry> masters = new ArrayList<>();
  private final List<Entry> exceptions = new ArrayList<>();
  private final List<Entry> broken = new ArrayList<>();

  Occurrences(Instant from, Instant to, Effort effort) {
    this.from = from;
    this.to = to;
    this.effort = effort;
  }

  void add(Entry entry) {
    if (entry.part().isBroken()) {
      broken.add(entry);
    } else {
      (entry.isException() ? exceptions : masters).add(entry);
    }
  }

  void addTo(Found found) {
    for (Entry entry : broken) {
      found.unsure(entry.id());
      found.skip(entry.part(), Unreadable.line());
    }
    List<Series> series = new ArrayList<>();
    List<Entry> current = newest(masters);
    for (Entry entry : current) {
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

  private static void single(Entry entry, boolean oneOfMany, Found found) throws Unreadable {
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
    Entry entry = series.entry();
    Exceptions replaced = replacements.in(series.start());
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
  private static List<Entry> newest(Collection<Entry> same) {
    Map<String, Entry> newest = new LinkedHashMap<>();
    for (Entry entry : same) {
      Entry other = newest.isEmpty() ? entry : newest.values().iterator().next();
      int newer = Entry.BY_REVISION.compare(entry, other);
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
  private List<Entry> newestExceptions() {
    Map<Object, List<Entry>> same = new LinkedHashMap<>();
    for (Entry entry : exceptions) {
      same.computeIfAbsent(dateOf(entry), key -> new ArrayList<>()).add(entry);
    }
    return same.values().stream().map(Occurrences::newest).flatMap(List::stream).toList();
  }

  private static Object dateOf(Entry entry) {
    try {
      return entry.recurrence().instant();
    } catch (Unreadable odd) {
      return entry;
    }
  }
}
