package medic.sagas.messages.sending;

import java.time.Duration;
import java.util.Optional;
import medic.events.id.NotificationId;

/** How long to wait between tries: from half a minute, doubled each time, up to an hour. */
final class DeliveryBackoff {

  /** With these, a provider may be down for about seven hours. */
  static final int MAX_ATTEMPTS = 14;

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration MAX_DELAY = Duration.ofHours(1);
  private static final int DOUBLINGS_TO_MAX = 7;
  private static final int SPREAD_PERCENT = 20;

  private DeliveryBackoff() {}

  /** The pause after so many failed tries, and never less than the provider asked for. */
  static Duration after(int attempts, NotificationId id, Optional<Duration> askedFor) {
    int doublings = Math.min(Math.max(attempts - 1, 0), DOUBLINGS_TO_MAX);
    Duration doubled = FIRST.multipliedBy(1L << doublings);
    Duration pause = doubled.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : doubled;
    Duration spread = pause.multipliedBy(100 + spreadOf(id)).dividedBy(100);
    return askedFor.filter(asked -> asked.compareTo(spread) > 0).orElse(spread);
  }

  /** Messages that failed together should not come back together. */
  private static int spreadOf(NotificationId id) {
    return Math.floorMod(id.value().hashCode(), SPREAD_PERCENT);
  }
}
