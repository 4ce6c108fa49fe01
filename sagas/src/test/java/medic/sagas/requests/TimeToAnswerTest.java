package medic.sagas.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeToAnswerTest {

  private static final Instant MADE = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant FAR = Instant.parse("2027-01-01T10:00:00Z");
  private final TimeToAnswer time = new TimeToAnswer(Duration.ofHours(72));

  private static Instant after(Duration later) {
    return MADE.plus(later);
  }

  @Test
  void isTheSettingFromWhenItWasAskedFor() {
    assertThat(time.endsAt(MADE, MADE.plusSeconds(5), FAR)).isEqualTo(after(Duration.ofHours(72)));
  }

  @Test
  void isOverWhenTheVisitBegins() {
    Instant begins = after(Duration.ofHours(2));
    assertThat(time.endsAt(MADE, MADE, begins)).isEqualTo(begins);
  }

  @Test
  void doesNotMindAClockThatIsAhead() {
    assertThat(time.endsAt(MADE, MADE.minusSeconds(30), FAR))
        .isEqualTo(after(Duration.ofHours(72)));
  }

  @Test
  void isADayMoreForWhatIsReadTooLate() {
    Instant seen = after(Duration.ofDays(7));
    assertThat(time.endsAt(MADE, seen, FAR)).isEqualTo(seen.plus(Duration.ofDays(1)));
    assertThat(new TimeToAnswer(Duration.ofHours(2)).endsAt(MADE, seen, FAR))
        .isEqualTo(seen.plus(Duration.ofHours(2)));
  }

  @Test
  void isSoonOverForWhatHasBegun() {
    Instant seen = after(Duration.ofDays(7));
    assertThat(time.endsAt(MADE, seen, after(Duration.ofDays(1))))
        .isEqualTo(seen.plus(Duration.ofMinutes(1)));
  }

  @Test
  void isSomeTime() {
    assertThatThrownBy(() -> new TimeToAnswer(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeToAnswer(Duration.ofHours(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
