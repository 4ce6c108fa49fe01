package medic.booking.occupancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import medic.availability.Interval;
import medic.availability.Peak;
import org.jspecify.annotations.Nullable;

/**
 * The reservations of one calendar that are not over, at most one a holder. What is over is
 * dropped, so that a calendar with ten years of history is as small as a new one.
 */
public final class Reservations {

  /** Kept beyond their end, so that clocks of two nodes may differ without a fault. */
  static final Duration MARGIN = Duration.ofDays(1);

  private static final Comparator<Reservation> BY_END =
      Comparator.comparing(Reservation::until).thenComparing(Reservation::holder);

  private final Map<String, Reservation> byHolder = new HashMap<>();
  private final TreeSet<Reservation> byEnd = new TreeSet<>(BY_END);

  /** No reservation here ever lasted longer: what overlaps a time ends at most this much later. */
  private Duration longest = Duration.ZERO;

  public Reservations() {}

  @JsonCreator
  Reservations(List<Reservation> reservations) {
    reservations.forEach(this::put);
  }

  @JsonValue
  Collection<Reservation> all() {
    return byEnd;
  }

  /** Takes time for a holder, in place of what that holder had. */
  public void put(Reservation reservation) {
    remove(reservation.holder());
    byHolder.put(reservation.holder(), reservation);
    byEnd.add(reservation);
    Duration length = Duration.between(reservation.from(), reservation.until());
    longest = length.compareTo(longest) > 0 ? length : longest;
  }

  public void remove(String holder) {
    Reservation former = byHolder.remove(holder);
    if (former != null) {
      byEnd.remove(former);
    }
  }

  public @Nullable Reservation of(String holder) {
    return byHolder.get(holder);
  }

  /**
   * Drops what was over a margin before {@code latest}, the latest instant known to have passed.
   *
   * @return when the last of those dropped was over, if any was
   */
  public Optional<Instant> dropOverBefore(Instant latest) {
    Instant horizon = latest.minus(MARGIN);
    Optional<Instant> lastOver = Optional.empty();
    while (!byEnd.isEmpty() && byEnd.first().until().isBefore(horizon)) {
      Reservation over = byEnd.pollFirst();
      byHolder.remove(over.holder());
      lastOver = Optional.of(over.until());
    }
    return lastOver;
  }

  /** When the last of those here that are over by {@code now} was over, if any is. */
  public Optional<Instant> lastOverBy(Instant now) {
    return Optional.ofNullable(byEnd.lower(endingAt(now.plusNanos(1)))).map(Reservation::until);
  }

  /**
   * Those that take some of {@code wanted} and count at {@code now}, except the ignored holders'.
   * Looks at what ends near {@code wanted} only, however full the calendar is.
   */
  public Stream<Interval> overlapping(Interval wanted, Instant now, Set<String> ignored) {
    return byEnd
        .subSet(endingAt(wanted.startsAt()), endingAt(wanted.endsAt().plus(longest).plusMillis(1)))
        .stream()
        .filter(r -> r.countsAt(now) && !ignored.contains(r.holder()))
        .map(Reservation::interval)
        .filter(wanted::overlaps);
  }

  /** A bound to look from: it sorts before all reservations that end then. */
  private static Reservation endingAt(Instant until) {
    return new Reservation("", until, until, null);
  }

  /** Is there room for one more during {@code wanted}, where {@code capacity} fit at a time? */
  public boolean haveRoomFor(Interval wanted, int capacity, Instant now, Set<String> ignored) {
    List<Interval> taken = overlapping(wanted, now, ignored).toList();
    return taken.size() < capacity || Peak.of(taken, wanted) < capacity;
  }

  public int size() {
    return byEnd.size();
  }
}
