package medic.trials.chaos;

import org.jspecify.annotations.Nullable;

/**
 * One call and what became of it.
 *
 * @param subject the id that the caller chose for what it creates, or that it names; empty for none
 * @param startsAt the time that a booking, hold or move wants; empty for others
 * @param sentAt in nanoseconds of this process
 * @param answeredAt likewise; for a call without answer, when that was given up
 * @param status -1 for a call without a whole answer: its outcome is not known
 */
record ChaosCall(
    Intent intent,
    String caller,
    String method,
    String path,
    String doctor,
    String patient,
    String subject,
    String startsAt,
    long sentAt,
    long answeredAt,
    int status,
    @Nullable String contentType,
    boolean retryAfter,
    long position,
    String body) {

  /** What it is for. */
  enum Intent {
    BOOK,
    CANCEL,
    MOVE,
    HOLD,
    RELEASE,
    CONFIRM,
    READ
  }

  boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /** Whether the server said that nothing was done. */
  boolean wasRefused() {
    return status >= 400 && status < 500;
  }

  boolean before(ChaosCall other) {
    return answeredAt < other.sentAt;
  }

  @Override
  public String toString() {
    String told = body.length() > 300 ? body.substring(0, 300) + "..." : body;
    return "%s %s by %s -> %d %s".formatted(method, path, caller, status, told);
  }
}
