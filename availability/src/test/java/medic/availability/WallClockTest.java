package medic.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.junit.jupiter.api.Test;

class WallClockTest {

  private static final Instant FROM = Instant.parse("1970-01-02T00:00:00Z");
  private static final Instant TO = Instant.parse("2040-01-01T00:00:00Z");

  @Test
  void readsEveryChangeOfEveryZoneAsJavaTimeDoes() {
    for (String zone : ZoneId.getAvailableZoneIds()) {
      ZoneRules rules = ZoneId.of(zone).getRules();
      ZoneOffsetTransition next = rules.nextTransition(FROM);
      while (next != null && next.getInstant().isBefore(TO)) {
        assertReadsAsJavaTimeDoes(ZoneId.of(zone), next);
        next = rules.nextTransition(next.getInstant());
      }
    }
  }

  private static void assertReadsAsJavaTimeDoes(ZoneId zone, ZoneOffsetTransition change) {
    long at = change.getInstant().toEpochMilli();
    WallClock clock = WallClock.over(zone.getRules(), at, at + 1);
    for (LocalDateTime edge :
        new LocalDateTime[] {change.getDateTimeBefore(), change.getDateTimeAfter()}) {
      for (int minutes : new int[] {-1500, -60, -30, -1, 0, 1, 30, 60, 1500}) {
        LocalDateTime wall = edge.plusMinutes(minutes);
        assertThat(clock.instantOf(wall.toInstant(ZoneOffset.UTC).toEpochMilli()))
            .as("%s %s", zone, wall)
            .isEqualTo(wall.atZone(zone).toInstant().toEpochMilli());
      }
    }
  }

  @Test
  void knowsThatApiaHadNoThirtiethOfDecember2011() {
    long change = Instant.parse("2011-12-30T10:00:00Z").toEpochMilli();
    WallClock apia = WallClock.over(ZoneId.of("Pacific/Apia").getRules(), change, change + 1);
    assertThat(apia.skips(LocalDate.of(2011, 12, 29).toEpochDay())).isFalse();
    assertThat(apia.skips(LocalDate.of(2011, 12, 30).toEpochDay())).isTrue();
    assertThat(apia.skips(LocalDate.of(2011, 12, 31).toEpochDay())).isFalse();
  }
}
