package medic.personal;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

final class SealedPersonal<T> extends Personal<T> {

  private final String sealed;
  private final Supplier<Value<T>> opener;

  SealedPersonal(UUID subject, String sealed, Supplier<Value<T>> opener) {
    super(subject);
    this.sealed = Objects.requireNonNull(sealed);
    this.opener = Objects.requireNonNull(opener);
  }

  /** As it is stored, to be written back byte for byte. */
  String sealed() {
    return sealed;
  }

  @Override
  public Value<T> open() {
    return opener.get();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedPersonal<?> that && sealed.equals(that.sealed);
  }

  @Override
  public int hashCode() {
    return sealed.hashCode();
  }
}
