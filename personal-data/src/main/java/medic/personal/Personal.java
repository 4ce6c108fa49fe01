package medic.personal;

import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Personal data of one subject. Fresh, it is held in clear and in memory only; stored, it is sealed
 * under the subject's own key and opened on demand. A destroyed key leaves it {@link Value.Erased}.
 * Only a mapper with {@link PersonalDataModule} can write it; any other refuses.
 */
@JsonSerialize(using = RefusingSerializer.class)
public abstract sealed class Personal<T> permits FreshPersonal, SealedPersonal {

  private final UUID subject;

  Personal(UUID subject) {
    this.subject = Objects.requireNonNull(subject);
  }

  /** New personal data, sealed when it is first written. */
  public static <T> Personal<T> of(UUID subject, T clear) {
    return new FreshPersonal<>(subject, clear);
  }

  /** Whose data this is. */
  public final UUID subject() {
    return subject;
  }

  /** The data in clear, or the fact that it is erased. */
  public abstract Value<T> open();

  /** Never shows what it holds. */
  @Override
  public final String toString() {
    return "Personal[" + subject + "]";
  }
}
