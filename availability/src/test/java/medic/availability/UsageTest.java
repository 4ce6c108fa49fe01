package medic.availability;

import static medic.availability.Practice.HERE;
import static medic.availability.Practice.THERE;
import static medic.availability.Practice.hours;
import static medic.availability.Practice.pause;
import static medic.availability.Practice.span;
import static medic.availability.Practice.with;
import static medic.availability.WeeklyHours.NO_ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import medic.availability.Transitions.Transition;
import medic.availability.oracle.Oracle;
import medic.availability.oracle.Scenario;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** How much is offered, and how much of it is taken. */
class UsageTest {

  private static final Interval DAY = span("00:00", "23:59");
  private static final List<Transition> CHANGES = Transitions.all();

  private final OpeningHours none = open(List.of());

  @Test
  void parallelPlacesCountEach() {
    OpeningHours hours = open(List.of(), hours(HERE, "09:00", "10:00", 2, 0));
    List<Interval> full = List.of(span("09:00", "10:00"), span("09:00", "10:00"));
    assertThat(usage(hours, full)).isEqualTo(minutes(120, 120));
  }

  @Test
  void hoursThatOverlapAreOneDoctors() {
    OpeningHours hours =
        open(List.of(), hours("09:00", "11:00"), hours(THERE, "10:00", "12:00", 1, 0));
    assertThat(usage(hours, List.of(span("09:00", "12:00")))).isEqualTo(minutes(180, 180));
  }

  @Test
  void breaksClosuresAndOwnedTimeAreNotOffered() {
    OpeningHours hours =
        open(
            List.of(new Closure(Closure.ANYWHERE, span("11:30", "13:00"))),
            with(hours("09:00", "12:00"), Buffers.NONE, NO_ROOM, pause("09:30", "10:00")),
            with(
                hours(THERE, "10:30", "11:00", 1, 1),
                Buffers.NONE,
                NO_ROOM,
                pause("10:40", "10:50")));
    assertThat(usage(hours, List.of())).isEqualTo(minutes(30 + 30 + 20 + 30, 0));
  }

  @Test
  void openingsCountOnce() {
    OpeningHours hours =
        OpeningHours.of(
            List.of(hours("09:00", "10:00")),
            List.of(new Opening(HERE, NO_ROOM, ZoneOffset.UTC, span("09:30", "11:00"))),
            List.of());
    assertThat(usage(hours, List.of())).isEqualTo(minutes(120, 0));
  }

  @Test
  void aRoomBoundsItsPlaces() {
    OpeningHours hours =
        open(List.of(), with(hours(HERE, "09:00", "10:00", 3, 0), Buffers.NONE, 5));
    assertThat(Usage.of(hours, List.of(), DAY, room -> room == 5 ? 2 : 0))
        .isEqualTo(minutes(120, 0));
  }

  @Test
  void visitsCountAsFarAsTheyLieInOfferedTime() {
    OpeningHours hours = open(List.of(), hours("09:00", "10:00"));
    assertThat(usage(hours, List.of(span("08:30", "09:10"), span("12:00", "13:00"))))
        .isEqualTo(minutes(60, 10));
    assertThat(usage(none, List.of(span("12:00", "13:00")))).isEqualTo(minutes(0, 0));
  }

  @Test
  void overbookedTimeIsToldAsSuch() {
    OpeningHours hours = open(List.of(), hours("09:00", "10:00"));
    assertThat(usage(hours, List.of(span("09:00", "10:00"), span("09:00", "09:30"))))
        .isEqualTo(minutes(60, 90));
  }

  /** Minute by minute, in every zone. */
  @Property(tries = 300)
  void countsAsTheOracleDoes(@ForAll Shape shape, @ForAll("changes") Transition change) {
    Scenario asked = shape.at(change);
    Usage expected = new Oracle(asked).usage();
    assertThat(
            Usage.of(
                asked.hours(),
                asked.booked(),
                asked.window(),
                room -> asked.rooms().get(room).capacity()))
        .as(change.toString())
        .isEqualTo(expected);
  }

  @Provide
  Arbitrary<Transition> changes() {
    return Arbitraries.oneOf(
        Arbitraries.of(CHANGES), Arbitraries.of(Transitions.STEADY).map(Transitions::none));
  }

  private static Usage usage(OpeningHours hours, List<Interval> visits) {
    return Usage.of(hours, visits, DAY, room -> 1);
  }

  private static OpeningHours open(List<Closure> closures, WeeklyHours... weekly) {
    return OpeningHours.of(List.of(weekly), List.of(), closures);
  }

  private static Usage minutes(int offered, int taken) {
    return new Usage(Millis.ofMinutes(offered), Millis.ofMinutes(taken));
  }
}
