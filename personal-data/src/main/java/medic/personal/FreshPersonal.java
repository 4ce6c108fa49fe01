package medic.personal;

import java.util.Objects;
import java.util.UUID;

final class FreshPersonal<T> extends Personal<T> {

  private final T clear;

  FreshPersonal(UUID subject, T clear) {
    super(subject);
    this.clear = Objects.requireNonNull(clear);
  }

  T clear() {
    return clear;
  }

  @Override
  public Value<T> open() {
    return new Value.Present<>(clear);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FreshPersonal<?> that
        && subject().equals(that.subject())
        && clear.equals(that.clear);
  }

  @Override
  public int hashCode() {
    return Objects.hash(subject(), clear);
  }
}
