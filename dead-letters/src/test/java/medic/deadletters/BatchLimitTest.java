package medic.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchLimitTest {

  private final BatchLimit limit = new BatchLimit();
  private final AtomicInteger woken = new AtomicInteger();

  @Test
  void givesAnyNumberUsually() {
    assertThat(given(5_000)).isEqualTo(5_000);
    limit.passed(5_000);
    assertThat(given(5_000)).isEqualTo(5_000);
    assertThat(woken).hasValue(0);
  }

  @Test
  void givesAFailedBatchInParts() {
    limit.narrow(1_000);

    assertThat(batches(9)).containsExactly(125, 125, 125, 125, 125, 125, 125, 125, 2_000);
  }

  @Test
  void endsAtSingleEvents() {
    limit.narrow(3);

    assertThat(batches(4)).containsExactly(1, 1, 1, 2_000);
  }

  @Test
  void letsThroughWhatStandsBeforeTheOneThatFailed() {
    limit.isolate(41);

    assertThat(batches(3)).containsExactly(41, 1, 2_000);
  }

  @Test
  void givesNothingMoreUntilAllThatWasGivenIsThrough() {
    limit.isolate(10);
    limit.begins(woken::incrementAndGet);
    given(2_000);

    limit.passed(4);

    assertThat(given(1)).isZero();
    limit.passed(6);
    assertThat(given(2_000)).isEqualTo(1);
    assertThat(woken).hasValue(1);
  }

  @Test
  void countsAnewWhereTheGroupBeginsAgain() {
    limit.isolate(10);
    given(2_000);

    limit.begins(woken::incrementAndGet);

    assertThat(given(2_000)).isEqualTo(10);
  }

  private List<Integer> batches(int number) {
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int size = given(2_000);
      limit.passed(size);
      sizes.add(size);
    }
    return sizes;
  }

  /** How many of these the group is given. */
  private int given(int wanted) {
    int given = 0;
    while (given < wanted && !limit.isReached()) {
      limit.gave();
      given++;
    }
    return given;
  }
}
