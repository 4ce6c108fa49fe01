package medic.trials.cluster;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** POSIX signals, sent to processes of the cluster. */
final class Signals {

  private static final int PATIENCE_SECONDS = 5;

  private Signals() {}

  /** Sends a signal by its name; one that is gone already is let be. */
  static void send(String signal, long pid) {
    if (ProcessHandle.of(pid).isEmpty()) {
      return;
    }
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
