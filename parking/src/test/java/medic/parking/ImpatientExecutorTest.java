package medic.parking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ImpatientExecutorTest {

  @Test
  void nothingWaitsLongerThanTheBound() throws Exception {
    ImpatientExecutor executor = new ImpatientExecutor(Thread::new, Duration.ofMillis(50));
    try {
      assertThat(executor.schedule(() -> "done", 1, TimeUnit.HOURS).get(10, TimeUnit.SECONDS))
          .isEqualTo("done");
      assertThat(executor.schedule(() -> {}, 1, TimeUnit.HOURS).get(10, TimeUnit.SECONDS)).isNull();
    } finally {
      executor.shutdownNow();
    }
  }
}
