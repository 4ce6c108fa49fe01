package medic.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import medic.availability.Transitions.Transition;
import medic.availability.Verdict.Status;
import medic.availability.oracle.Oracle;
import medic.availability.oracle.Scenario;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

class OracleAgreementTest {

  private static final List<Transition> CHANGES = Transitions.all();

  /** Each try lays one shape over every change of the clocks. */
  @Property(tries = 15)
  void findsWhatTheOracleFindsAroundEveryChangeOfTheClocks(@ForAll Shape shape) {
    for (Transition change : CHANGES) {
      assertFindsWhatTheOracleFinds(shape, change);
    }
  }

  @Property(tries = 1000)
  void findsWhatTheOracleFindsInManyShapes(
      @ForAll Shape shape, @ForAll("changes") Transition change) {
    assertFindsWhatTheOracleFinds(shape, change);
  }

  @Property(tries = 80)
  void judgesEveryMinuteAsTheOracleDoes(@ForAll Shape shape, @ForAll("changes") Transition change) {
    Scenario asked = shape.at(change);
    Oracle oracle = new Oracle(asked);
    OpeningHours hours = asked.hours();
    Occupancy occupancy = asked.occupancy();
    for (int place = 0; place <= 1; place++) {
      for (long start : minutesOf(asked.window())) {
        Verdict verdict = judge(asked, hours, occupancy, place, start);
        Status expected = oracle.status(place, Instant.ofEpochMilli(start));
        if (verdict.status() != expected) {
          assertThat(verdict.status()).as("%s %d %d", change, place, start).isEqualTo(expected);
        }
        Statistics.collect(expected);
      }
    }
    Statistics.coverage(OracleAgreementTest::everyStatusComesUp);
  }

  /** The property that ties both sides together. */
  @Property(tries = 150)
  void offersAStartExactlyWhenItJudgesItOpen(
      @ForAll Shape shape, @ForAll("changes") Transition change) {
    Scenario asked = shape.at(change);
    OpeningHours hours = asked.hours();
    Occupancy occupancy = asked.occupancy();
    List<String> open = new ArrayList<>();
    for (long start : minutesOf(asked.window())) {
      for (int place = 0; place <= 1; place++) {
        Verdict verdict = judge(asked, hours, occupancy, place, start);
        if (verdict.isOpen()) {
          open.add(start + " " + place + " " + verdict.room());
        }
      }
    }
    List<String> offered = new ArrayList<>();
    for (Slot slot : find(asked)) {
      offered.add(slot.startsAt().toEpochMilli() + " " + slot.place() + " " + slot.room());
    }
    assertThat(offered).as(change.toString()).isEqualTo(open);
  }

  @Provide
  Arbitrary<Transition> changes() {
    return Arbitraries.oneOf(
        Arbitraries.of(CHANGES), Arbitraries.of(Transitions.STEADY).map(Transitions::none));
  }

  private static void everyStatusComesUp(StatisticsCoverage coverage) {
    for (Status status : Status.values()) {
      coverage.check(status).count(seen -> seen > 0);
    }
  }

  private static void assertFindsWhatTheOracleFinds(Shape shape, Transition change) {
    Scenario asked = shape.at(change);
    assertThat(find(asked)).as(change.toString()).isEqualTo(new Oracle(asked).slots());
  }

  private static List<Slot> find(Scenario asked) {
    return Availability.slots(
        asked.hours(), asked.occupancy(), asked.rules(), asked.window(), asked.now());
  }

  private static Verdict judge(
      Scenario asked, OpeningHours hours, Occupancy occupancy, int place, long start) {
    return Availability.judge(
        hours, occupancy, asked.rules(), place, start, asked.now(), Availability.ANY_ROOM);
  }

  private static List<Long> minutesOf(Interval window) {
    List<Long> minutes = new ArrayList<>();
    for (long start = window.from(); start < window.to(); start += Millis.MINUTE) {
      minutes.add(start);
    }
    return minutes;
  }
}
