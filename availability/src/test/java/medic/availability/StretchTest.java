package medic.availability;

import static medic.availability.Practice.HERE;
import static medic.availability.Practice.MONDAY;
import static medic.availability.Practice.THERE;
import static medic.availability.Practice.hours;
import static medic.availability.Practice.pause;
import static medic.availability.Practice.with;
import static medic.availability.WeeklyHours.NO_ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Touching hours of one place, room and grid are one stretch. */
class StretchTest {

  private static final List<String> ZONES =
      List.of(
          "America/Los_Angeles",
          "Pacific/Apia",
          "Pacific/Pago_Pago",
          "Australia/Lord_Howe",
          "Asia/Kathmandu",
          "Europe/Berlin",
          "America/Sao_Paulo",
          "Pacific/Auckland",
          "Africa/Casablanca",
          "UTC");

  private final Practice practice = new Practice().visit(60, Buffers.NONE);

  @Test
  void aVisitRunsOnIntoTheHoursThatFollow() {
    practice.open(hours("09:00", "10:00"), hours("10:00", "11:30"));
    assertThat(practice.slots()).containsExactly("09:00", "09:30", "10:00", "10:30");
    assertThat(practice.judge("09:30").isOpen()).isTrue();
    assertThat(practice.judge("11:00").isOpen()).isFalse();
  }

  @Test
  void aLongVisitRunsThroughSeveral() {
    practice
        .open(hours("09:00", "09:30"), hours("09:30", "10:00"), hours("10:00", "10:30"))
        .visit(90, Buffers.NONE);
    assertThat(practice.slots()).containsExactly("09:00");
  }

  @Test
  void hoursTouchOverMidnight() {
    WeeklyHours tuesday = Practice.in(ZoneOffset.UTC, DayOfWeek.TUESDAY, hours("00:00", "01:00"));
    practice.open(hours("23:00", "00:00"), tuesday);
    Interval untilMorning =
        new Interval(Practice.at("20:00"), Practice.at("23:59") + 3 * 60 * Millis.MINUTE);
    assertThat(practice.slots(untilMorning)).containsExactly("23:00", "23:30", "00:00");
  }

  @Test
  void openingsCarryOnWhatTheyTouchOnEitherSide() {
    practice
        .open(hours("09:00", "10:00"), hours("11:30", "12:30"))
        .openOnce(HERE, NO_ROOM, "10:00", "11:30");
    assertThat(practice.slots()).containsExactly("09:00", "09:30", "10:00", "11:00", "11:30");
  }

  @Test
  void anOpeningThatNamesNoRoomCarriesOnInTheRoomOfTheHours() {
    practice
        .open(with(hours("09:00", "10:00"), Buffers.NONE, 4))
        .openOnce(HERE, NO_ROOM, "10:00", "10:30");
    assertThat(practice.slots()).containsExactly("09:00#4", "09:30#4");
    practice.roomTaken(4, "10:15", "10:30");
    assertThat(practice.slots()).containsExactly("09:00#4");
  }

  @Test
  void anotherPlaceRoomOrGridIsAnotherStretch() {
    WeeklyHours first = hours("09:00", "10:00");
    assertThat(
            new Practice()
                .visit(60, Buffers.NONE)
                .open(first, hours(THERE, "10:00", "10:30", 1, 0))
                .slots())
        .containsExactly("09:00");
    assertThat(
            new Practice()
                .visit(60, Buffers.NONE)
                .open(first, with(hours("10:00", "10:30"), Buffers.NONE, 3))
                .slots())
        .containsExactly("09:00");
    assertThat(
            new Practice().visit(60, Buffers.NONE).open(first, every(20, "10:00", "10:40")).slots())
        .containsExactly("09:00");
  }

  @Test
  void eachKeepsItsOwnGrid() {
    practice.open(hours("09:00", "10:10"), hours("10:10", "11:30"));
    assertThat(practice.slots()).containsExactly("09:00", "09:30", "10:00", "10:10");
  }

  @Test
  void eachPartMustHaveAPlaceLeft() {
    practice
        .open(hours(HERE, "09:00", "10:00", 2, 0), hours(HERE, "10:00", "11:00", 1, 0))
        .booked("10:00", "10:10");
    assertThat(practice.slots()).containsExactly("09:00x2");
    practice.booked("09:30", "10:00");
    assertThat(practice.slots()).containsExactly("09:00");
  }

  @Test
  void whatIsLeftInTheFirstPartCountsThere() {
    practice
        .open(hours(HERE, "09:00", "10:00", 2, 0), hours(HERE, "10:00", "11:00", 1, 0))
        .booked("09:30", "10:00");
    assertThat(practice.slots()).containsExactly("09:00", "09:30", "10:00");
  }

  @Test
  void theLargerBuffersOfItsPartsCount() {
    practice.open(
        with(hours("09:00", "10:00"), new Buffers(10, 0), NO_ROOM),
        with(hours("10:00", "11:00"), new Buffers(0, 5), NO_ROOM));
    assertThat(practice.judge("09:30").buffers()).isEqualTo(new Buffers(10, 5));
    assertThat(practice.judge("09:00").buffers()).isEqualTo(new Buffers(10, 0));
  }

  @Test
  void breaksStayFree() {
    practice.open(
        hours("09:00", "10:00"),
        with(hours("10:00", "12:00"), Buffers.NONE, NO_ROOM, pause("10:15", "10:30")));
    assertThat(practice.slots()).containsExactly("09:00", "10:30", "11:00");
  }

  @Test
  void hoursOfAnotherPriorityTouchWhereTheyTakeOver() {
    practice.open(hours(HERE, "09:00", "11:00", 1, 0), hours(HERE, "10:00", "12:00", 1, 1));
    assertThat(practice.slots()).containsExactly("09:00", "09:30", "10:00", "10:30", "11:00");
  }

  @Test
  void closuresStayFree() {
    practice.open(hours("09:00", "10:00"), hours("10:00", "11:00")).closed(HERE, "10:20", "10:25");
    assertThat(practice.slots()).containsExactly("09:00");
  }

  /** The reference is the same day without the cut. */
  @Property(tries = 400)
  void aCutThroughHoursChangesNothing(
      @ForAll @IntRange(max = 9) int zone,
      @ForAll @IntRange(max = 3650) int day,
      @ForAll @IntRange(max = 20) int opens,
      @ForAll @IntRange(min = 1, max = 20) int cut,
      @ForAll @IntRange(min = 1, max = 20) int rest,
      @ForAll @IntRange(min = 1, max = 24) int length) {
    ZoneId where = ZoneId.of(ZONES.get(zone));
    LocalDate date = MONDAY.plusDays(day);
    if (!isPlain(date, where)) {
      return;
    }
    LocalTime from = LocalTime.MIDNIGHT.plusMinutes(15L * opens);
    LocalTime middle = from.plusMinutes(15L * cut);
    LocalTime to = middle.plusMinutes(15L * rest);
    DayOfWeek weekday = date.getDayOfWeek();
    List<Slot> whole = slots(where, date, length, quarters(where, weekday, from, to));
    List<Slot> cutUp =
        slots(
            where,
            date,
            length,
            quarters(where, weekday, from, middle),
            quarters(where, weekday, middle, to));
    assertThat(cutUp).as("%s %s", where, date).isEqualTo(whole);
    assertThat(whole).hasSize(Math.max(0, cut + rest - length + 1));
  }

  private static boolean isPlain(LocalDate date, ZoneId zone) {
    return date.plusDays(1).atStartOfDay(zone).toEpochSecond()
            - date.atStartOfDay(zone).toEpochSecond()
        == 86_400;
  }

  private static List<Slot> slots(
      ZoneId zone, LocalDate date, int quarters, WeeklyHours... weekly) {
    Interval window =
        Interval.of(
            date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
    VisitRules visit =
        new VisitRules(15 * quarters, Buffers.NONE, 0, null, Set.of(), NO_ROOM, HERE);
    OpeningHours open = OpeningHours.of(List.of(weekly), List.of(), List.of());
    return Availability.slots(
        open, Occupancy.NONE, visit, window, java.time.Instant.parse("2020-01-01T00:00:00Z"));
  }

  private static WeeklyHours quarters(ZoneId zone, DayOfWeek day, LocalTime from, LocalTime to) {
    return new WeeklyHours(HERE, NO_ROOM, zone, day, from, to, List.of(), 15, Buffers.NONE, 1, 0);
  }

  private static WeeklyHours every(int minutes, String opens, String closes) {
    return new WeeklyHours(
        HERE,
        NO_ROOM,
        ZoneOffset.UTC,
        DayOfWeek.MONDAY,
        LocalTime.parse(opens),
        LocalTime.parse(closes),
        List.of(),
        minutes,
        Buffers.NONE,
        1,
        0);
  }
}
