package medic.availability;

import static medic.availability.WeeklyHours.NO_ROOM;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A practice open 09:00 to 12:00 UTC on Monday 8 June 2026 for half-hour visits, unless a test says
 * otherwise.
 */
final class Practice {

  static final int HERE = 0;
  static final int THERE = 1;
  static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);

  private final List<WeeklyHours> weekly = new ArrayList<>();
  private final List<Opening> openings = new ArrayList<>();
  private final List<Closure> closures = new ArrayList<>();
  private final Occupancy.Builder taken = Occupancy.builder();
  private int duration = 30;
  private Buffers buffers = Buffers.NONE;
  private int notice;
  private @Nullable Integer futureDays;
  private Set<Integer> places = Set.of();
  private int defaultRoom = NO_ROOM;
  private Instant now = Instant.EPOCH;

  static WeeklyHours hours(String opens, String closes) {
    return hours(HERE, opens, closes, 1, 0);
  }

  static WeeklyHours hours(int place, String opens, String closes, int maxParallel, int priority) {
    return new WeeklyHours(
        place,
        NO_ROOM,
        ZoneOffset.UTC,
        DayOfWeek.MONDAY,
        LocalTime.parse(opens),
        LocalTime.parse(closes),
        List.of(),
        30,
        Buffers.NONE,
        maxParallel,
        priority);
  }

  static WeeklyHours with(WeeklyHours hours, Buffers buffers, int room, Break... breaks) {
    return new WeeklyHours(
        hours.place(),
        room,
        hours.zone(),
        hours.day(),
        hours.opens(),
        hours.closes(),
        List.of(breaks),
        hours.stepMinutes(),
        buffers,
        hours.maxParallel(),
        hours.priority());
  }

  static WeeklyHours in(ZoneId zone, DayOfWeek day, WeeklyHours hours) {
    return new WeeklyHours(
        hours.place(),
        hours.room(),
        zone,
        day,
        hours.opens(),
        hours.closes(),
        hours.breaks(),
        hours.stepMinutes(),
        hours.buffers(),
        hours.maxParallel(),
        hours.priority());
  }

  static Break pause(String start, String end) {
    return new Break(LocalTime.parse(start), LocalTime.parse(end));
  }

  /** From "10:00" to "10:30" on the Monday. */
  static Interval span(String from, String to) {
    return new Interval(at(from), at(to));
  }

  static long at(String time) {
    return MONDAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  Practice open(WeeklyHours... hours) {
    weekly.addAll(List.of(hours));
    return this;
  }

  Practice openOnce(int place, int room, String from, String to) {
    openings.add(new Opening(place, room, ZoneOffset.UTC, span(from, to)));
    return this;
  }

  Practice closed(int place, String from, String to) {
    closures.add(new Closure(place, span(from, to)));
    return this;
  }

  Practice booked(String from, String to) {
    taken.booked(at(from), at(to));
    return this;
  }

  Practice busy(String from, String to) {
    taken.busy(at(from), at(to));
    return this;
  }

  Practice room(int room, int capacity) {
    taken.room(room, capacity);
    return this;
  }

  Practice roomTaken(int room, String from, String to) {
    taken.roomTaken(room, at(from), at(to));
    return this;
  }

  Practice visit(int minutes, Buffers own) {
    duration = minutes;
    buffers = own;
    return this;
  }

  Practice onlyAt(int place) {
    places = Set.of(place);
    return this;
  }

  Practice defaultRoom(int room) {
    defaultRoom = room;
    return this;
  }

  Practice asked(Instant instant, int noticeMinutes, @Nullable Integer days) {
    now = instant;
    notice = noticeMinutes;
    futureDays = days;
    return this;
  }

  /**
   * The Monday's slots, as "09:00", with "@1" for a place, "#2" for a room and "x3" for capacity.
   */
  List<String> slots() {
    return slots(span("00:00", "23:59"));
  }

  List<String> slots(Interval window) {
    return Availability.slots(opening(), taken.build(), rules(), window, now).stream()
        .map(Practice::told)
        .toList();
  }

  Verdict judge(String start) {
    return judge(HERE, start, Availability.ANY_ROOM);
  }

  Verdict judge(int place, String start, int room) {
    return Availability.judge(opening(), taken.build(), rules(), place, at(start), now, room);
  }

  private OpeningHours opening() {
    return OpeningHours.of(weekly, openings, closures);
  }

  private VisitRules rules() {
    return new VisitRules(duration, buffers, notice, futureDays, places, defaultRoom, HERE);
  }

  private static String told(Slot slot) {
    String time = LocalTime.ofInstant(slot.startsAt(), ZoneOffset.UTC).toString();
    String place = slot.place() == HERE ? "" : "@" + slot.place();
    String room = slot.room() == NO_ROOM ? "" : "#" + slot.room();
    return time + place + room + (slot.capacityLeft() == 1 ? "" : "x" + slot.capacityLeft());
  }
}
