package medic.sagas.messages.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // winter: Berlin is UTC+1
    "2026-12-01T12:00:00Z, 2026-12-01T12:00:00Z",
    "2026-12-01T19:59:00Z, 2026-12-01T19:59:00Z",
    "2026-12-01T20:00:00Z, 2026-12-01T19:59:00Z",
    "2026-12-02T02:00:00Z, 2026-12-01T19:59:00Z",
    "2026-12-02T06:59:00Z, 2026-12-01T19:59:00Z",
    "2026-12-02T07:00:00Z, 2026-12-02T07:00:00Z",
    // the night in which the clocks go forward: its quiet hours begin at UTC+1
    "2026-03-29T05:00:00Z, 2026-03-28T19:59:00Z",
    "2026-03-29T06:00:00Z, 2026-03-29T06:00:00Z",
    // the night in which they go back
    "2026-10-25T06:30:00Z, 2026-10-24T18:59:00Z",
  })
  void shiftToTheLastMinuteBefore(Instant at, Instant shifted) {
    assertThat(QuietHours.USUAL.earlier(at, BERLIN)).isEqualTo(shifted);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T20:00:00Z, 2026-12-02T07:00:00Z",
    "2026-12-02T02:00:00Z, 2026-12-02T07:00:00Z",
    "2026-12-02T07:00:00Z, 2026-12-02T07:00:00Z",
    "2026-03-28T23:00:00Z, 2026-03-29T06:00:00Z",
  })
  void endAtTheirEnd(Instant at, Instant end) {
    assertThat(QuietHours.USUAL.later(at, BERLIN)).isEqualTo(end);
  }

  @Test
  void mayLieWithinADay() {
    QuietHours siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 0));
    assertThat(siesta.earlier(Instant.parse("2026-12-01T13:00:00Z"), BERLIN))
        .isEqualTo("2026-12-01T11:59:00Z");
    assertThat(siesta.cover(Instant.parse("2026-12-01T14:00:00Z"), BERLIN)).isFalse();
  }

  @Test
  void areNoneWhenTheyBeginAndEndTogether() {
    QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON);
    assertThat(none.cover(Instant.parse("2026-12-01T11:00:00Z"), BERLIN)).isFalse();
  }
}
