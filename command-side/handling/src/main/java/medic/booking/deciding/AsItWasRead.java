package medic.booking.deciding;

import medic.command.Refusal;
import medic.command.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * Who edits something edits what they read: if it became something else meanwhile, they are told.
 */
public final class AsItWasRead {

  private AsItWasRead() {}

  /**
   * @param expected the version that was read; null for whichever there is
   * @throws Refusal VERSION_CONFLICT
   */
  public static void verify(@Nullable String expected, String actual) {
    if (expected != null && !expected.equals(actual)) {
      throw new Refusal(
          RefusalCode.VERSION_CONFLICT,
          "Somebody changed this since you read it. Read it again and change what it is now.");
    }
  }
}
