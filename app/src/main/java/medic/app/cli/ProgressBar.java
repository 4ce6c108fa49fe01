package medic.app.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import medic.query.rebuild.RebuildState;
import medic.query.rebuild.RebuildView;
import org.jspecify.annotations.Nullable;

/** How a rebuild comes along: one line that changes at a terminal, else a line with each tenth. */
final class ProgressBar {

  private static final int WIDTH = 30;
  private static final int STEPS = 10;

  private final String name;
  private final PrintStream out;
  private final boolean terminal;
  private int lastStep = -1;
  private @Nullable RebuildState lastState;

  ProgressBar(String name, PrintStream out, boolean terminal) {
    this.name = name;
    this.out = out;
    this.terminal = terminal;
  }

  void show(RebuildView now) {
    int step = (int) (now.progress() * STEPS);
    if (terminal) {
      out.print("\r" + line(now) + "\u001b[K");
      out.flush();
    } else if (step != lastStep || now.state() != lastState) {
      out.println(line(now));
    }
    lastStep = step;
    lastState = now.state();
  }

  void end(RebuildView end) {
    out.println((terminal ? "\r" : "") + lastLine(end) + (terminal ? "\u001b[K" : ""));
  }

  static String bar(double progress) {
    int done = (int) Math.round(Math.max(0, Math.min(1, progress)) * WIDTH);
    return "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "]";
  }

  private String line(RebuildView now) {
    String paused = now.paused() ? ", paused" : "";
    String left =
        now.etaSeconds() == null ? "" : ", " + Duration.ofSeconds(now.etaSeconds()) + " left";
    return String.format(
        Locale.ROOT,
        "%-12s %s %3.0f %% %s%s, %d events, %.0f a second%s",
        name,
        bar(now.progress()),
        now.progress() * 100,
        now.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        paused,
        now.events(),
        now.eventsPerSecond(),
        left);
  }

  private String lastLine(RebuildView end) {
    String why = end.failure() == null ? "" : ": " + end.failure();
    String parked = end.parked() == 0 ? "" : ", " + end.parked() + " parked";
    return String.format(
        Locale.ROOT,
        "%-12s %s%s, %d events%s",
        name,
        end.state().name().toLowerCase(Locale.ROOT),
        why,
        end.events(),
        parked);
  }
}
