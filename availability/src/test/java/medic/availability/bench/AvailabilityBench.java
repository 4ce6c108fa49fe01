package medic.availability.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import medic.availability.Availability;
import medic.availability.Interval;
import medic.availability.Occupancy;
import medic.availability.OpeningHours;
import medic.availability.oracle.Oracle;
import medic.availability.oracle.Scenario;

/**
 * A small benchmark to run by hand. Prints the median and the fastest of many rounds, in
 * microseconds; compare figures of one run only.
 */
public final class AvailabilityBench {

  private static final int ROUNDS = 41;
  private static final long ROUND_NANOS = 40_000_000;

  public static void main(String[] args) {
    for (String name : BenchInput.NAMES) {
      run(BenchInput.read(name));
    }
  }

  private static void run(BenchInput input) {
    Scenario asked = input.scenario();
    OpeningHours hours = asked.hours();
    long[] from = starts(asked.busy());
    long[] to = ends(asked.busy());
    Occupancy ready = occupancy(from, to);
    measure(input.name() + " find", () -> find(asked, hours, ready));
    measure(input.name() + " occupancy from unsorted arrays", () -> build(from, to));
    measure(input.name() + " both", () -> find(asked, hours, occupancy(from, to)));
    measure(input.name() + " slots as a list", () -> slots(asked, hours, ready));
    measure(input.name() + " judge one start", () -> judge(asked, hours, ready));
    measure(input.name() + " oracle", () -> new Oracle(asked).slots().size());
  }

  private static Occupancy occupancy(long[] from, long[] to) {
    return Occupancy.builder().busy(from, to).build();
  }

  private static int build(long[] from, long[] to) {
    return occupancy(from, to).hashCode();
  }

  private static int find(Scenario asked, OpeningHours hours, Occupancy occupancy) {
    return Availability.find(hours, occupancy, asked.rules(), asked.window(), asked.now()).size();
  }

  private static int slots(Scenario asked, OpeningHours hours, Occupancy occupancy) {
    return Availability.slots(hours, occupancy, asked.rules(), asked.window(), asked.now()).size();
  }

  private static int judge(Scenario asked, OpeningHours hours, Occupancy occupancy) {
    long start = asked.window().from() + 4 * 24 * 3_600_000L + 9 * 3_600_000L;
    return Availability.judge(
            hours, occupancy, asked.rules(), 0, start, asked.now(), Availability.ANY_ROOM)
        .room();
  }

  private static void measure(String what, IntSupplier work) {
    double[] micros = new double[ROUNDS];
    for (int warmup = 0; warmup < 2; warmup++) {
      Arrays.setAll(micros, round -> round(work));
    }
    Arrays.sort(micros);
    System.out.printf("%-50s %10.2f %10.2f%n", what, micros[ROUNDS / 2], micros[0]);
  }

  private static double round(IntSupplier work) {
    long started = System.nanoTime();
    int calls = 0;
    int sink = 0;
    while (System.nanoTime() - started < ROUND_NANOS) {
      sink += work.getAsInt();
      calls++;
    }
    double nanos = System.nanoTime() - started;
    return sink == 42 ? -1 : nanos / calls / 1000;
  }

  private static long[] starts(List<Interval> intervals) {
    return intervals.stream().mapToLong(Interval::from).toArray();
  }

  private static long[] ends(List<Interval> intervals) {
    return intervals.stream().mapToLong(Interval::to).toArray();
  }

  private AvailabilityBench() {}
}
