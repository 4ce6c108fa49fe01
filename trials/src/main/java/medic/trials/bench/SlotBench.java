package medic.trials.bench;

import java.util.Arrays;
import java.util.function.IntSupplier;
import medic.availability.Availability;
import medic.availability.Interval;
import medic.availability.Occupancy;
import medic.availability.OpeningHours;
import medic.availability.bench.BenchInput;
import medic.availability.oracle.Oracle;
import medic.availability.oracle.Scenario;

/**
 * Slot computation through the engine's public API, occupancy built from unsorted arrays included,
 * against a plain oracle on ZonedDateTime.
 */
final class SlotBench {

  private static final int ROUNDS = 31;
  private static final long ROUND_NANOS = 50_000_000;

  private SlotBench() {}

  static void run(ResultTable table) {
    for (String name : BenchInput.NAMES) {
      Scenario asked = BenchInput.read(name).scenario();
      OpeningHours hours = asked.hours();
      long[] from = asked.busy().stream().mapToLong(Interval::from).toArray();
      long[] to = asked.busy().stream().mapToLong(Interval::to).toArray();
      Occupancy ready = Occupancy.builder().busy(from, to).build();
      double oracle = micros(() -> new Oracle(asked).slots().size());
      double find = micros(() -> find(asked, hours, ready));
      double both = micros(() -> find(asked, hours, Occupancy.builder().busy(from, to).build()));
      table.row("slots " + name, find, "µs", oracle, "µs by the oracle", oracle / find);
      table.row("  and its occupancy", both, "µs", oracle, "µs by the oracle", oracle / both);
    }
  }

  private static int find(Scenario asked, OpeningHours hours, Occupancy occupancy) {
    return Availability.find(hours, occupancy, asked.rules(), asked.window(), asked.now()).size();
  }

  /** The median round, in microseconds a call. */
  private static double micros(IntSupplier work) {
    double[] rounds = new double[ROUNDS];
    int sink = 0;
    for (int warmUp = 0; warmUp < 2; warmUp++) {
      for (int round = 0; round < ROUNDS; round++) {
        long started = System.nanoTime();
        int calls = 0;
        while (System.nanoTime() - started < ROUND_NANOS) {
          sink += work.getAsInt();
          calls++;
        }
        rounds[round] = (System.nanoTime() - started) / 1000.0 / calls;
      }
    }
    if (sink == 0) {
      throw new IllegalStateException("nothing was computed");
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }
}
