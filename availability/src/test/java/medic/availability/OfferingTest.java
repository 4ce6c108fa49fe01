package medic.availability;

import static medic.availability.Practice.HERE;
import static medic.availability.Practice.THERE;
import static medic.availability.Practice.hours;
import static medic.availability.Practice.pause;
import static medic.availability.Practice.span;
import static medic.availability.Practice.with;
import static medic.availability.WeeklyHours.NO_ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Where starts lie: grid, breaks, priority, openings, closures, clocks. */
class OfferingTest {

  private final Practice practice = new Practice();

  @Test
  void stepsFromTheOpeningUntilTheLastVisitThatFits() {
    practice.open(hours("09:10", "10:59"));
    assertThat(practice.slots()).containsExactly("09:10", "09:40", "10:10");
  }

  @Test
  void theWindowTakesStartsFromItsBeginningUpToItsEnd() {
    practice.open(hours("09:00", "12:00"));
    assertThat(practice.slots(span("09:30", "10:30"))).containsExactly("09:30", "10:00");
    assertThat(practice.slots(span("09:31", "10:31"))).containsExactly("10:00", "10:30");
  }

  @Test
  void aBreakDoesNotMoveTheGrid() {
    practice.open(with(hours("09:00", "11:00"), Buffers.NONE, NO_ROOM, pause("09:20", "09:40")));
    assertThat(practice.slots()).containsExactly("10:00", "10:30");
  }

  @Test
  void aBreakAfterMidnightBelongsToTheNextDay() {
    practice.open(with(hours("22:00", "02:00"), Buffers.NONE, NO_ROOM, pause("00:30", "01:30")));
    Interval night = Interval.of(instant("2026-06-08T20:00:00Z"), instant("2026-06-09T08:00:00Z"));
    assertThat(practice.slots(night))
        .containsExactly("22:00", "22:30", "23:00", "23:30", "00:00", "01:30");
  }

  @Test
  void aBreakMayPassMidnight() {
    practice.open(with(hours("22:00", "01:00"), Buffers.NONE, NO_ROOM, pause("23:00", "00:30")));
    Interval night = Interval.of(instant("2026-06-08T20:00:00Z"), instant("2026-06-09T08:00:00Z"));
    assertThat(practice.slots(night)).containsExactly("22:00", "22:30", "00:30");
  }

  @Test
  void aBreakThatAGapTurnsAroundTakesNoTime() {
    WeeklyHours early =
        with(hours("01:00", "01:30"), Buffers.NONE, NO_ROOM, pause("01:12", "02:01"));
    practice.open(Practice.in(ZoneId.of("Europe/London"), DayOfWeek.SUNDAY, early));
    Interval night = Interval.of(instant("2026-03-29T00:00:00Z"), instant("2026-03-29T06:00:00Z"));
    assertThat(practice.slots(night)).containsExactly("01:00");
  }

  @Test
  void aHigherPriorityOwnsItsHoursWhateverThePlaceAndItsBreaksToo() {
    WeeklyHours important = hours(THERE, "10:00", "11:00", 1, 7);
    practice
        .open(hours("09:00", "12:00"))
        .open(with(important, Buffers.NONE, NO_ROOM, pause("10:30", "11:00")));
    assertThat(practice.slots()).containsExactly("09:00", "09:30", "10:00@1", "11:00", "11:30");
  }

  @Test
  void ownedTimeIsOwnedEvenWhenTheVisitMayNotTakePlaceThere() {
    practice.open(hours("09:00", "10:30"), hours(THERE, "09:30", "10:00", 1, 7)).onlyAt(HERE);
    assertThat(practice.slots()).containsExactly("09:00", "10:00");
  }

  @Test
  void ownedTimeJustPastTheWindowStillEndsTheVisit() {
    practice.open(hours("09:00", "12:00"), hours(THERE, "10:15", "11:00", 1, 7)).onlyAt(HERE);
    assertThat(practice.slots(span("09:30", "10:01"))).containsExactly("09:30");
  }

  @Test
  void equalPrioritiesBothOffer() {
    practice.open(hours("09:00", "09:30"), hours(THERE, "09:00", "09:30", 1, 0));
    assertThat(practice.slots()).containsExactly("09:00", "09:00@1");
  }

  @Test
  void priorityTakesNoTimeFromAnOpening() {
    practice.open(hours(THERE, "09:00", "10:00", 1, 7)).openOnce(HERE, NO_ROOM, "09:00", "09:30");
    assertThat(practice.slots()).containsExactly("09:00", "09:00@1", "09:30@1");
  }

  @Test
  void anOpeningStepsByTheVisitFromItsOwnStart() {
    practice.openOnce(HERE, NO_ROOM, "08:10", "09:59").visit(45, Buffers.NONE);
    assertThat(practice.slots()).containsExactly("08:10", "08:55");
  }

  @Test
  void aClosureWinsOverAnOpeningAndHoldsOffBuffers() {
    practice
        .openOnce(HERE, NO_ROOM, "08:00", "10:00")
        .closed(Closure.ANYWHERE, "08:45", "09:00")
        .visit(30, new Buffers(5, 0));
    assertThat(practice.slots()).containsExactly("08:00", "09:30");
  }

  @Test
  void aClosureElsewhereDoesNotMatterHere() {
    practice.open(hours("09:00", "10:00")).closed(THERE, "09:00", "10:00");
    assertThat(practice.slots()).containsExactly("09:00", "09:30");
  }

  @Test
  void buffersReachOutsideTheHoursAndIntoBreaks() {
    practice
        .open(with(hours("09:00", "10:30"), Buffers.NONE, NO_ROOM, pause("09:30", "10:00")))
        .visit(30, new Buffers(20, 20));
    assertThat(practice.slots()).containsExactly("09:00", "10:00");
  }

  @Test
  void noticeIsExactToTheMillisecond() {
    practice.open(hours("09:00", "10:00"));
    Instant hourBefore = instant("2026-06-08T08:00:00Z");
    assertThat(practice.asked(hourBefore, 60, null).slots()).containsExactly("09:00", "09:30");
    assertThat(practice.asked(hourBefore.plusNanos(1), 60, null).slots()).containsExactly("09:30");
  }

  @Test
  void theHorizonIsTheEndOfALocalDay() {
    practice.open(hours("09:00", "10:00"));
    assertThat(practice.asked(instant("2026-06-07T23:59:59Z"), 0, 1).slots()).hasSize(2);
    assertThat(practice.asked(instant("2026-06-07T23:59:59Z"), 0, 0).slots()).isEmpty();
  }

  @Test
  void oneStartAtOnePlaceIsOfferedOnceWithTheMostCapacity() {
    practice.open(hours(HERE, "09:00", "10:00", 1, 0), hours(HERE, "09:30", "10:30", 3, 0));
    assertThat(practice.slots()).containsExactly("09:00", "09:30x3", "10:00x3");
  }

  private static Instant instant(String text) {
    return Instant.parse(text);
  }
}
