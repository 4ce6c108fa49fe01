package medic.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedDelayExecutorTest {

  @Test
  void nothingWaitsLongerThanTheBound() throws Exception {
    BoundedDelayExecutor executor = new BoundedDelayExecutor(Thread::new, Duration.ofMillis(50));
    try {
      assertThat(executor.schedule(() -> "done", 1, TimeUnit.HOURS).get(10, TimeUnit.SECONDS))
          .isEqualTo("done");
      assertThat(executor.schedule(() -> {}, 1, TimeUnit.HOURS).get(10, TimeUnit.SECONDS)).isNull();
    } finally {
      executor.shutdownNow();
    }
  }
}
