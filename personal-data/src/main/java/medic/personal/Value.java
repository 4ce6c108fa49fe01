package medic.personal;

import java.util.Optional;

/** What opening personal data answers. */
public sealed interface Value<T> {

  /** The data, in clear. */
  record Present<T>(T value) implements Value<T> {
    @Override
    public String toString() {
      return "Present";
    }
  }

  /** The subject was erased: nobody can read this any more. */
  record Erased<T>() implements Value<T> {}

  default Optional<T> toOptional() {
    return this instanceof Present<T> present ? Optional.of(present.value()) : Optional.empty();
  }
}
