package medic.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check is due from its time of day on, be it yesterday's. */
class NightlyChecksTest {

  @ParameterizedTest
  @CsvSource({
    "2030-03-04T02:29:59Z, 2030-03-03T02:30:00Z",
    "2030-03-04T02:30:00Z, 2030-03-04T02:30:00Z",
    "2030-03-04T23:59:59Z, 2030-03-04T02:30:00Z"
  })
  void isDueSince(Instant now, Instant due) {
    assertThat(NightlyChecks.due(now, LocalTime.of(2, 30))).isEqualTo(due);
  }
}
