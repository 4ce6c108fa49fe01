package medic.availability;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every change of the clocks from 1995 to 2035 in zones that change them in different ways. */
final class Transitions {

  private static final Instant FROM = Instant.parse("1995-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

  static final List<String> ZONES =
      List.of(
          "Europe/London",
          "Europe/Berlin",
          "America/New_York",
          "America/Sao_Paulo",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "Africa/Casablanca",
          "America/St_Johns",
          "Pacific/Chatham",
          "Asia/Tehran",
          "Antarctica/Troll",
          "America/Los_Angeles",
          "Pacific/Auckland");

  /** Zones that have changed nothing since. */
  static final List<String> STEADY = List.of("Asia/Kathmandu", "Pacific/Pago_Pago", "UTC");

  record Transition(ZoneId zone, Instant at, long wallClockMinute) {}

  static List<Transition> all() {
    return ZONES.stream().map(ZoneId::of).flatMap(Transitions::of).toList();
  }

  private static Stream<Transition> of(ZoneId zone) {
    List<Transition> found = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
    while (next != null && next.getInstant().isBefore(TO)) {
      int minute = next.getDateTimeBefore().toLocalTime().toSecondOfDay() / 60;
      found.add(new Transition(zone, next.getInstant(), minute));
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return found.stream();
  }

  /** Zones without changes, asked around one instant. */
  static Transition none(String zone) {
    return new Transition(ZoneId.of(zone), Instant.parse("2026-06-08T00:00:00Z"), 0);
  }

  private Transitions() {}
}
