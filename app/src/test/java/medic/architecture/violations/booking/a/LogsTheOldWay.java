package medic.architecture.violations.booking.a;

import java.util.logging.Logger;

/** Breaks: one logging API. */
public class LogsTheOldWay {
  private static final Logger LOG = Logger.getLogger("old");

  void log() {
    LOG.info("old");
  }
}
