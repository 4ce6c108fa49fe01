package medic.app.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import medic.http.ApiException;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

  private long nanos = 1;

  private final TimeMeter time =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return nanos;
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };

  private final RequestLimit limit = new RequestLimit(60, time);

  private void send(int requests, String sender) {
    for (int i = 0; i < requests; i++) {
      limit.count(sender);
    }
  }

  @Test
  void soManyAtOnceAndThenAsManyASecondAsFit() {
    send(60, "a");
    assertThatThrownBy(() -> limit.count("a"))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.status().value()).isEqualTo(429);
              assertThat(refusal.retryAfter().orElseThrow())
                  .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
            });
    nanos += Duration.ofSeconds(1).toNanos();
    send(1, "a");
    assertThatThrownBy(() -> limit.count("a")).isInstanceOf(ApiException.class);
  }

  @Test
  void nobodyPaysForAnother() {
    send(60, "a");
    send(60, "b");
    assertThatThrownBy(() -> limit.count("a")).isInstanceOf(ApiException.class);
  }

  @Test
  void noneIsSetByZero() {
    RequestLimit none = new RequestLimit(0, time);
    for (int i = 0; i < 10_000; i++) {
      none.count("a");
    }
  }
}
