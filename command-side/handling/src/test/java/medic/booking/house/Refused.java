package medic.booking.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import medic.command.Refusal;
import medic.command.RefusalCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that the domain says no, and why. */
public final class Refused {
  private Refused() {}

  public static void refused(RefusalCode code, ThrowingCallable request) {
    Refusal refusal = catchThrowableOfType(Refusal.class, request);
    assertThat(refusal).as("should be refused with %s", code).isNotNull();
    assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
  }
}
