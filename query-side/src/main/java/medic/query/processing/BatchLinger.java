package medic.query.processing;

import org.springframework.stereotype.Component;

/**
 * How long read models let events gather before they handle them: hardly at all while little
 * happens, so that a writer soon reads what it wrote, and longer the more there are, so that they
 * write a few large batches instead of one a booking. Each read model's batch is a transaction.
 */
@Component
public final class BatchLinger {

  static final long MIN_MILLIS = 4;
  static final long MAX_MILLIS = 60;

  private volatile long millis = MIN_MILLIS;

  /** This many events came since last time. */
  void saw(int events) {
    millis = Math.min(Math.max(events, MIN_MILLIS), MAX_MILLIS);
  }

  long millis() {
    return millis;
  }
}
