package medic.booking.schedule;

import java.util.List;
import medic.command.Refusal;
import medic.command.RefusalCode;
import org.jspecify.annotations.Nullable;

/** The same creation sent twice is one; another one under the same id is refused. */
public final class IdempotentCreation {

  private IdempotentCreation() {}

  /**
   * The events that bring {@code wanted} about, given what is known under the id in {@code field}.
   */
  public static <E> List<E> of(E wanted, @Nullable E known, String field) {
    if (known == null) {
      return List.of(wanted);
    }
    if (known.equals(wanted)) {
      return List.of();
    }
    throw idAlreadyUsed(field);
  }

  static Refusal idAlreadyUsed(String field) {
    return new Refusal(
        RefusalCode.ID_ALREADY_USED, "This id stands for something else already.", field);
  }
}
