package medic.sagas.messages.outbox;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that did not get through. Its message is a code: what providers say in words may quote
 * addresses, and is dropped.
 */
public final class DeliveryFailure extends RuntimeException {

  /** What to do about it. */
  public enum Kind {
    /** Trying again later may help. */
    PASSING,
    /** Somebody has to mend something first. */
    LASTING,
    /** The recipient does not want it, or cannot be reached this way any more. */
    UNWANTED
  }

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  private DeliveryFailure(Kind kind, String code, @Nullable Duration retryAfter) {
    super(code, null, false, false);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public static DeliveryFailure passing(String code) {
    return new DeliveryFailure(Kind.PASSING, code, null);
  }

  public static DeliveryFailure passing(String code, @Nullable Duration retryAfter) {
    return new DeliveryFailure(Kind.PASSING, code, retryAfter);
  }

  public static DeliveryFailure lasting(String code) {
    return new DeliveryFailure(Kind.LASTING, code, null);
  }

  public static DeliveryFailure unwanted(String code) {
    return new DeliveryFailure(Kind.UNWANTED, code, null);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return String.valueOf(getMessage());
  }

  /** How long the provider asks to be left alone. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
