package medic.booking.deciding;

import java.util.Objects;
import java.util.function.Supplier;
import medic.command.Refusal;
import org.jspecify.annotations.Nullable;

/** A decision, or the refusal to be thrown once those that come first in rank have been asked. */
public final class Decision<T> {

  private final @Nullable T value;
  private final @Nullable Refusal refusal;

  private Decision(@Nullable T value, @Nullable Refusal refusal) {
    this.value = value;
    this.refusal = refusal;
  }

  public static <T> Decision<T> of(Supplier<T> decision) {
    try {
      return new Decision<>(decision.get(), null);
    } catch (Refusal refusal) {
      return new Decision<>(null, refusal);
    }
  }

  public @Nullable T orNull() {
    return value;
  }

  public T orRefuse() {
    if (refusal != null) {
      throw refusal;
    }
    return Objects.requireNonNull(value);
  }
}
