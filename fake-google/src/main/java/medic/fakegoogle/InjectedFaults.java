package medic.fakegoogle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What goes wrong on demand, and how slow everything is. */
final class InjectedFaults {

  /** The status of a fault that closes the connection without an answer. */
  static final int NO_ANSWER = 0;

  /**
   * @param request what it befalls: a pattern over {@code METHOD /path}
   * @param times how many requests yet
   * @param after whether the request has its effect before its answer is lost
   */
  record Fault(
      Pattern request,
      int status,
      String reason,
      @Nullable Integer retryAfterSeconds,
      int times,
      boolean after) {

    Fault once() {
      return new Fault(request, status, reason, retryAfterSeconds, times - 1, after);
    }
  }

  private final List<Fault> waiting = new ArrayList<>();
  private Duration latency = Duration.ZERO;

  synchronized void add(Fault fault) {
    waiting.add(fault);
  }

  synchronized void clear() {
    waiting.clear();
    latency = Duration.ZERO;
  }

  synchronized void latency(Duration duration) {
    latency = duration;
  }

  synchronized Duration latency() {
    return latency;
  }

  synchronized int waiting() {
    return waiting.stream().mapToInt(Fault::times).sum();
  }

  /** The fault that befalls this request, used up by it. */
  synchronized Optional<Fault> next(ReceivedCall call) {
    String request = call.method() + " /" + String.join("/", call.path());
    Iterator<Fault> faults = waiting.iterator();
    for (int i = 0; faults.hasNext(); i++) {
      Fault fault = faults.next();
      if (fault.request().matcher(request).find()) {
        if (fault.times() > 1) {
          waiting.set(i, fault.once());
        } else {
          faults.remove();
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
