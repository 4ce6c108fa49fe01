package medic.booking.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import medic.availability.Interval;
import org.junit.jupiter.api.Test;

class ReservationsTest {

  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
  private static final int CALENDARS = 200;
  private static final int QUESTIONS = 50;

  @Test
  void findsWhatAScanOfAllFinds() {
    long seed = Long.getLong("medic.seed", 20261130L);
    Random random = new Random(seed);
    for (int calendar = 0; calendar < CALENDARS; calendar++) {
      List<Reservation> all = new ArrayList<>();
      Reservations reservations = new Reservations();
      for (int i = random.nextInt(40); i > 0; i--) {
        Reservation taken = reservation(random, "holder-" + random.nextInt(30));
        all.removeIf(former -> former.holder().equals(taken.holder()));
        all.add(taken);
        reservations.put(taken);
      }
      for (int question = 0; question < QUESTIONS; question++) {
        Interval wanted = reservation(random, "asked").interval();
        Set<String> ignored = Set.of("holder-" + random.nextInt(30));
        assertThat(reservations.overlapping(wanted, NOW, ignored))
            .as("-Dmedic.seed=%d, calendar %d, %s", seed, calendar, wanted)
            .containsExactlyInAnyOrderElementsOf(scan(all, wanted, ignored));
      }
    }
  }

  private static List<Interval> scan(List<Reservation> all, Interval wanted, Set<String> ignored) {
    return all.stream()
        .filter(r -> r.countsAt(NOW) && !ignored.contains(r.holder()))
        .map(Reservation::interval)
        .filter(wanted::overlaps)
        .toList();
  }

  /** Fractions of a millisecond and times that touch included. */
  private static Reservation reservation(Random random, String holder) {
    Instant from = NOW.plusSeconds(60L * random.nextInt(600)).plusNanos(random.nextInt(3) * 500L);
    Instant until = from.plusSeconds(60L * (1 + random.nextInt(200)));
    Instant expiry = random.nextInt(4) == 0 ? NOW.plusSeconds(random.nextInt(3) - 1) : null;
    return new Reservation(holder, from, until, expiry);
  }
}
