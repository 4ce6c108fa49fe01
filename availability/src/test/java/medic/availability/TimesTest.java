package medic.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TimesTest {

  @Property(tries = 300)
  void sortsWhateverTimesThereAre(@ForAll @Size(max = 200) long[] times) {
    assertSorts(times);
  }

  @Property(tries = 300)
  void sortsCrowdedTimes(
      @ForAll @Size(max = 200) @LongRange(min = -20, max = 20) long[] times, @ForAll long outlier) {
    long[] withOutlier = Arrays.copyOf(times, times.length + 1);
    withOutlier[times.length] = outlier;
    assertSorts(withOutlier);
  }

  private static void assertSorts(long[] times) {
    long[] expected = times.clone();
    Arrays.sort(expected);
    assertThat(Times.sorted(times.clone())).isEqualTo(expected);
  }
}
