package medic.availability.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import medic.availability.Buffers;
import medic.availability.Closure;
import medic.availability.Interval;
import medic.availability.Slot;
import medic.availability.Verdict.Status;
import medic.availability.WeeklyHours;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, slow and plain: every candidate alone, in ZonedDateTime and naive loops over
 * everything. Shares no code with the engine but its vocabulary.
 */
public final class Oracle {

  private final Scenario scenario;
  private final List<Stretch> stretches = new ArrayList<>();

  public Oracle(Scenario scenario) {
    this.scenario = scenario;
    ZonedDateTime from = scenario.window().startsAt().atZone(ZoneOffset.UTC);
    ZonedDateTime to = scenario.window().endsAt().atZone(ZoneOffset.UTC);
    scenario.weekly().forEach(hours -> stretches.addAll(Stretch.of(hours, from, to)));
    int duration = scenario.rules().durationMinutes();
    scenario.openings().forEach(opening -> stretches.add(Stretch.of(opening, duration)));
    stretches.sort(Comparator.comparing(stretch -> stretch.opens().toInstant()));
  }

  public List<Slot> slots() {
    Map<Start, Slot> best = new TreeMap<>();
    for (Stretch stretch : stretches) {
      ZonedDateTime start = stretch.opens();
      while (start.isBefore(stretch.closes())) {
        Slot slot = slot(stretch, start);
        if (slot != null) {
          best.merge(new Start(slot.startsAt(), slot.place()), slot, Oracle::roomier);
        }
        start = start.plusMinutes(stretch.stepMinutes());
      }
    }
    return List.copyOf(best.values());
  }

  /** The furthest any stretch lets this start come. */
  public Status status(int place, Instant start) {
    Status furthest = Status.NOT_OFFERED;
    for (Stretch stretch : stretches) {
      if (stretch.place() == place && onGrid(stretch, start)) {
        Status status = status(stretch, start.atZone(stretch.opens().getZone()));
        furthest = status.compareTo(furthest) > 0 ? status : furthest;
      }
    }
    return furthest;
  }

  private @Nullable Slot slot(Stretch stretch, ZonedDateTime start) {
    if (!scenario.window().contains(start.toInstant().toEpochMilli())
        || status(stretch, start) != Status.OPEN) {
      return null;
    }
    int left = Math.min(doctorLeft(stretch, start), roomLeft(stretch, start));
    Instant ends = ends(start).toInstant();
    return new Slot(start.toInstant(), ends, stretch.place(), room(stretch), left);
  }

  private Status status(Stretch stretch, ZonedDateTime start) {
    if (!offered(stretch, start)) {
      return Status.NOT_OFFERED;
    }
    if (start.toInstant().isBefore(notice())) {
      return Status.TOO_SHORT_NOTICE;
    }
    if (tooFar(start)) {
      return Status.TOO_FAR_AHEAD;
    }
    if (overlapsAny(scenario.busy(), occupied(stretch, start)) || doctorLeft(stretch, start) < 1) {
      return Status.TAKEN;
    }
    return roomLeft(stretch, start) < 1 ? Status.ROOM_TAKEN : Status.OPEN;
  }

  private static boolean onGrid(Stretch stretch, Instant wanted) {
    ZonedDateTime start = stretch.opens();
    while (start.toInstant().isBefore(wanted)) {
      start = start.plusMinutes(stretch.stepMinutes());
    }
    return start.toInstant().equals(wanted);
  }

  private boolean offered(Stretch stretch, ZonedDateTime start) {
    ZonedDateTime ends = ends(start);
    return (scenario.rules().places().isEmpty()
            || scenario.rules().places().contains(stretch.place()))
        && !start.isBefore(stretch.opens())
        && !ends.isAfter(stretch.closes())
        && stretch.breaks().stream().noneMatch(one -> overlap(one[0], one[1], start, ends))
        && stretches.stream().noneMatch(other -> owns(other, stretch, start, ends))
        && !closed(stretch, start);
  }

  private static boolean owns(
      Stretch other, Stretch stretch, ZonedDateTime start, ZonedDateTime ends) {
    return !other.oneOff()
        && !stretch.oneOff()
        && other.priority() > stretch.priority()
        && overlap(other.opens(), other.closes(), start, ends);
  }

  private boolean closed(Stretch stretch, ZonedDateTime start) {
    List<Interval> closed = new ArrayList<>();
    for (Closure closure : scenario.closures()) {
      if (closure.place() == Closure.ANYWHERE || closure.place() == stretch.place()) {
        closed.add(closure.during());
      }
    }
    return overlapsAny(closed, occupied(stretch, start));
  }

  private Instant notice() {
    return scenario.now().plusSeconds(60L * scenario.rules().minNoticeMinutes());
  }

  private boolean tooFar(ZonedDateTime start) {
    Integer days = scenario.rules().maxFutureDays();
    if (days == null) {
      return false;
    }
    LocalDate today = scenario.now().atZone(start.getZone()).toLocalDate();
    return !start.isBefore(today.plusDays(days).plusDays(1).atStartOfDay(start.getZone()));
  }

  private int doctorLeft(Stretch stretch, ZonedDateTime start) {
    return stretch.maxParallel() - peak(scenario.booked(), occupied(stretch, start));
  }

  private int roomLeft(Stretch stretch, ZonedDateTime start) {
    int room = room(stretch);
    if (room == WeeklyHours.NO_ROOM) {
      return Integer.MAX_VALUE;
    }
    Scenario.Room known = scenario.rooms().getOrDefault(room, new Scenario.Room(1, List.of()));
    return known.capacity() - peak(known.taken(), occupied(stretch, start));
  }

  private int room(Stretch stretch) {
    boolean atDefault = stretch.place() == scenario.rules().defaultRoomPlace();
    boolean unnamed = stretch.room() == WeeklyHours.NO_ROOM;
    return unnamed && atDefault ? scenario.rules().defaultRoom() : stretch.room();
  }

  private Interval occupied(Stretch stretch, ZonedDateTime start) {
    Buffers mine = scenario.rules().buffers();
    int before = Math.max(mine.beforeMinutes(), stretch.buffers().beforeMinutes());
    int after = Math.max(mine.afterMinutes(), stretch.buffers().afterMinutes());
    return Interval.of(
        start.minusMinutes(before).toInstant(), ends(start).plusMinutes(after).toInstant());
  }

  private ZonedDateTime ends(ZonedDateTime start) {
    return start.plusMinutes(scenario.rules().durationMinutes());
  }

  /** A peak is reached where some interval begins, or right at the start. */
  private static int peak(List<Interval> intervals, Interval within) {
    int peak = countAt(within.from(), intervals);
    for (Interval one : intervals) {
      if (within.contains(one.from())) {
        peak = Math.max(peak, countAt(one.from(), intervals));
      }
    }
    return peak;
  }

  private static int countAt(long instant, List<Interval> intervals) {
    return (int) intervals.stream().filter(one -> one.contains(instant)).count();
  }

  private static boolean overlapsAny(List<Interval> intervals, Interval wanted) {
    return intervals.stream().anyMatch(wanted::overlaps);
  }

  private static boolean overlap(
      ZonedDateTime from, ZonedDateTime to, ZonedDateTime start, ZonedDateTime end) {
    return from.isBefore(to) && from.isBefore(end) && start.isBefore(to);
  }

  private static Slot roomier(Slot one, Slot other) {
    return other.capacityLeft() > one.capacityLeft() ? other : one;
  }

  private record Start(Instant at, int place) implements Comparable<Start> {
    @Override
    public int compareTo(Start other) {
      return Comparator.comparing(Start::at).thenComparing(Start::place).compare(this, other);
    }
  }
}
