package medic.sagas.calendars.remote.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medic.events.Sha256;
import medic.events.doctor.BusyStatus;
import medic.sagas.calendars.remote.RemoteEvent;
import medic.sagas.calendars.remote.SkippedEntry;
import medic.sagas.calendars.remote.Skips;
import org.jspecify.annotations.Nullable;

/** What was found in a feed so far, within the time that is looked at; no id is there twice. */
final class Found {

  /** Each date of a series has an id made of its UID: RFC 7986 wants no more than 255. */
  private static final int MAX_ID_LENGTH = 1_000;

  private static final int MAX_REPORTED = 50;

  private final Instant from;
  private final Instant to;
  private final Effort effort;
  private final Map<String, RemoteEvent> events = new HashMap<>();
  private final Set<String> unsure = new LinkedHashSet<>();
  private final Set<SkippedEntry> skipped = new LinkedHashSet<>();

  Found(Instant from, Instant to, Effort effort) {
    this.from = from;
    this.to = to;
    this.effort = effort;
  }

  /** A UID as an id of ours: one that is too long, or no plain text, by its hash. */
  static String id(String uid) {
    boolean plain = uid.length() <= MAX_ID_LENGTH && uid.chars().noneMatch(Character::isISOControl);
    return plain ? uid : "sha256-" + Sha256.hex(uid);
  }

  void add(FeedEntry entry, String id, @Nullable String series, Moment start, Instant end) {
    if (!entry.cancelled()) {
      add(id, series, start, end, entry.status());
    }
  }

  void add(String id, @Nullable String series, Moment start, Instant end, BusyStatus status) {
    Instant starts = start.instant();
    if (starts.isBefore(to) && end.isAfter(from) && starts.isBefore(end)) {
      effort.found();
      String free = id;
      for (int n = 2; events.containsKey(free); n++) {
        free = id + "_" + n;
      }
      events.put(
          free, new RemoteEvent(free, series, false, starts, end, start.isDate(), status, null));
    }
  }

  /** A part of reading that may not succeed. */
  interface Attempt {
    void make() throws Unreadable;
  }

  /**
   * Tries to read an entry. Of one that cannot be read we do not know the time: what was known
   * earlier under this id stays.
   */
  void trying(FeedEntry entry, String id, Attempt attempt) {
    try {
      attempt.make();
    } catch (Unreadable why) {
      unsure(id);
      skip(entry.part(), why);
    } catch (DateTimeException | ArithmeticException beyondAnyCalendar) {
      unsure(id);
      skip(entry.part(), Unreadable.time());
    }
  }

  /** A line of a series that cannot be read: what it takes out of the series is no loss of time. */
  void part(FeedEntry series, Unreadable why) {
    if (!why.isException()) {
      unsure(series.id());
    }
    skip(series.part(), why);
  }

  void unsure(String id) {
    unsure.add(id);
  }

  void skip(Part part, Unreadable why) {
    String start = part.text("DTSTART").filter(CalendarTime::isTime).orElse(null);
    skipped.add(new SkippedEntry(part.line(), start, why.code(), why.detail()));
  }

  FeedReading all() {
    return new FeedReading(
        List.copyOf(events.values()),
        List.copyOf(unsure),
        new Skips(skipped.size(), skipped.stream().limit(MAX_REPORTED).toList()));
  }
}
