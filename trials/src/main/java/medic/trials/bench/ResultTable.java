package medic.trials.bench;

import java.util.Locale;

/** One table of what was measured, what against, and the ratio: all of one run, line by line. */
final class ResultTable {

  ResultTable() {
    System.out.printf("%-38s %22s %28s %9s%n", "what", "measured", "against", "ratio");
  }

  void row(
      String what, double measured, String unit, double against, String againstUnit, double ratio) {
    System.out.printf(
        Locale.ROOT,
        "%-38s %22s %28s %9.2f%n",
        what,
        String.format(Locale.ROOT, "%,.1f %s", measured, unit),
        String.format(Locale.ROOT, "%,.1f %s", against, againstUnit),
        ratio);
  }
}
