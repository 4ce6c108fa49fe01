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
import medic.availability.Closure;
import medic.availability.Interval;
import medic.availability.Slot;
import medic.availability.Usage;
import medic.availability.Verdict.Status;
import medic.availability.VisitRules;
import medic.availability.WeeklyHours;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, slow and plain: every candidate alone, in ZonedDateTime and naive loops over
 * everything. Shares no code with the engine but its vocabulary.
 */
public final class Oracle {

  private static final int UNSUITABLE = -3;

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
    List<Part> parts = parts(stretch, start);
    Interval occupied = occupied(parts, start);
    int left = Math.min(doctorLeft(parts, occupied), roomLeft(stretch, occupied));
    Instant ends = ends(start).toInstant();
    return new Slot(start.toInstant(), ends, stretch.place(), room(stretch), left);
  }

  private Status status(Stretch stretch, ZonedDateTime start) {
    List<Part> parts = parts(stretch, start);
    Interval occupied = occupied(parts, start);
    if (parts.isEmpty() || closed(stretch, occupied)) {
      return Status.NOT_OFFERED;
    }
    if (start.toInstant().isBefore(notice())) {
      return Status.TOO_SHORT_NOTICE;
    }
    if (tooFar(start)) {
      return Status.TOO_FAR_AHEAD;
    }
    if (overlapsAny(scenario.busy(), occupied) || doctorLeft(parts, occupied) < 1) {
      return Status.TAKEN;
    }
    return roomLeft(stretch, occupied) < 1 ? Status.ROOM_TAKEN : Status.OPEN;
  }

  private static boolean onGrid(Stretch stretch, Instant wanted) {
    ZonedDateTime start = stretch.opens();
    while (start.toInstant().isBefore(wanted)) {
      start = start.plusMinutes(stretch.stepMinutes());
    }
    return start.toInstant().equals(wanted);
  }

  /** What is offered and taken of the window, minute by minute, whatever kind of visit. */
  public Usage usage() {
    long offered = 0;
    long taken = 0;
    for (long at = scenario.window().from(); at < scenario.window().to(); at += 60_000) {
      ZonedDateTime minute = Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC);
      int places = stretches.stream().mapToInt(one -> places(one, minute)).max().orElse(0);
      offered += places;
      taken += places == 0 ? 0 : countAt(at, scenario.booked());
    }
    return new Usage(60_000 * offered, 60_000 * taken);
  }

  private int places(Stretch stretch, ZonedDateTime minute) {
    Interval within = Interval.of(minute.toInstant(), minute.plusMinutes(1).toInstant());
    if (!isOpen(stretch, minute) || closed(stretch, within)) {
      return 0;
    }
    return stretch.room() == WeeklyHours.NO_ROOM
        ? stretch.maxParallel()
        : Math.min(stretch.maxParallel(), scenario.rooms().get(stretch.room()).capacity());
  }

  /** Which hours a visit is in from when to when; empty where nobody is there for some minute. */
  private List<Part> parts(Stretch first, ZonedDateTime start) {
    List<Part> parts = new ArrayList<>();
    ZonedDateTime ends = ends(start);
    for (ZonedDateTime at = start; at.isBefore(ends); at = at.plusMinutes(1)) {
      Stretch before = parts.isEmpty() ? first : parts.get(parts.size() - 1).stretch;
      Stretch in = whoIsThere(first, before, parts.isEmpty(), at);
      if (in == null) {
        return List.of();
      }
      if (parts.isEmpty() || in != before) {
        parts.add(new Part(in, at.toInstant().toEpochMilli()));
      }
    }
    return parts;
  }

  /** Who was there the minute before stays; else it is the first that a visit may run on into. */
  private @Nullable Stretch whoIsThere(
      Stretch first, Stretch before, boolean begins, ZonedDateTime minute) {
    if (isThere(before, minute)) {
      return before;
    }
    return begins
        ? null
        : stretches.stream()
            .filter(other -> other == first || runsOn(first, other))
            .filter(other -> isThere(other, minute))
            .findFirst()
            .orElse(null);
  }

  private boolean isThere(Stretch stretch, ZonedDateTime minute) {
    return (scenario.rules().places().isEmpty()
            || scenario.rules().places().contains(stretch.place()))
        && room(stretch) != UNSUITABLE
        && isOpen(stretch, minute);
  }

  private boolean isOpen(Stretch stretch, ZonedDateTime minute) {
    ZonedDateTime next = minute.plusMinutes(1);
    return !minute.isBefore(stretch.opens())
        && minute.isBefore(stretch.closes())
        && stretch.breaks().stream().noneMatch(one -> overlap(one[0], one[1], minute, next))
        && stretches.stream().noneMatch(other -> owns(other, stretch, minute, next));
  }

  private boolean runsOn(Stretch first, Stretch other) {
    boolean anyRoom = other.oneOff() && other.room() == WeeklyHours.NO_ROOM;
    boolean anyGrid = first.oneOff() || other.oneOff();
    return first.place() == other.place()
        && (anyRoom || room(first) == room(other))
        && (anyGrid || first.stepMinutes() == other.stepMinutes());
  }

  private static boolean owns(
      Stretch other, Stretch stretch, ZonedDateTime start, ZonedDateTime ends) {
    return !other.oneOff()
        && !stretch.oneOff()
        && other.priority() > stretch.priority()
        && overlap(other.opens(), other.closes(), start, ends);
  }

  private boolean closed(Stretch stretch, Interval occupied) {
    List<Interval> closed = new ArrayList<>();
    for (Closure closure : scenario.closures()) {
      if (closure.place() == Closure.ANYWHERE || closure.place() == stretch.place()) {
        closed.add(closure.during());
      }
    }
    return overlapsAny(closed, occupied);
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

  /** The least that any part leaves, buffers with the part they lie next to. */
  private int doctorLeft(List<Part> parts, Interval occupied) {
    int left = Integer.MAX_VALUE;
    for (int i = 0; i < parts.size(); i++) {
      long from = i == 0 ? occupied.from() : parts.get(i).from;
      long to = i + 1 == parts.size() ? occupied.to() : parts.get(i + 1).from;
      int taken = peak(scenario.booked(), new Interval(from, to));
      left = Math.min(left, parts.get(i).stretch.maxParallel() - taken);
    }
    return left;
  }

  private int roomLeft(Stretch stretch, Interval occupied) {
    int room = room(stretch);
    if (room == WeeklyHours.NO_ROOM) {
      return Integer.MAX_VALUE;
    }
    Scenario.Room known = scenario.rooms().getOrDefault(room, new Scenario.Room(1, List.of()));
    return known.capacity() - peak(known.taken(), occupied);
  }

  /** The room named, else the visit's own at its place; never one that does not suit. */
  private int room(Stretch stretch) {
    VisitRules rules = scenario.rules();
    if (stretch.room() != WeeklyHours.NO_ROOM && suits(stretch.room())) {
      return stretch.room();
    }
    int place = rules.defaultRoomPlace();
    boolean serves = place == VisitRules.ANY_PLACE || place == stretch.place();
    if (serves && rules.defaultRoom() != WeeklyHours.NO_ROOM && suits(rules.defaultRoom())) {
      return rules.defaultRoom();
    }
    return stretch.room() == WeeklyHours.NO_ROOM ? WeeklyHours.NO_ROOM : UNSUITABLE;
  }

  private boolean suits(int room) {
    return !scenario.rules().unsuitableRooms().contains(room);
  }

  private Interval occupied(List<Part> parts, ZonedDateTime start) {
    int before = scenario.rules().buffers().beforeMinutes();
    int after = scenario.rules().buffers().afterMinutes();
    for (Part part : parts) {
      before = Math.max(before, part.stretch.buffers().beforeMinutes());
      after = Math.max(after, part.stretch.buffers().afterMinutes());
    }
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

  private record Part(Stretch stretch, long from) {}

  private record Start(Instant at, int place) implements Comparable<Start> {
    @Override
    public int compareTo(Start other) {
      return Comparator.comparing(Start::at).thenComparing(Start::place).compare(this, other);
    }
  }
}
