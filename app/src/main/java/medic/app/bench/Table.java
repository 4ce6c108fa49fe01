package medic.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One table of what was measured, what against, and the ratio: all of one run. */
final class Table {

  private final List<String> lines = new ArrayList<>();

  Table() {
    lines.add(String.format("%-38s %22s %28s %9s", "what", "measured", "against", "ratio"));
  }

  void row(
      String what, double measured, String unit, double against, String againstUnit, double ratio) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%-38s %22s %28s %9.2f",
            what,
            String.format(Locale.ROOT, "%,.1f %s", measured, unit),
            String.format(Locale.ROOT, "%,.1f %s", against, againstUnit),
            ratio));
  }

  void print() {
    lines.forEach(System.out::println);
  }
}
