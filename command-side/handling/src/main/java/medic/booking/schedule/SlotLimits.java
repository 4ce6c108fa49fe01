package medic.booking.schedule;

import java.time.Instant;
import java.util.Set;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.id.PatientId;

/** How much of a doctor's time one holder, or one patient, may take. */
public final class SlotLimits {

  private final TakenSlots taken;

  SlotLimits(TakenSlots taken) {
    this.taken = taken;
  }

  /**
   * A holder may keep only so many slots of one doctor at a time.
   *
   * @param ignored the holds that are given up for it
   */
  public void mustHoldFewerThan(int limit, String holder, Instant now, Set<String> ignored) {
    if (taken.heldBy(holder, now, ignored) >= limit) {
      throw new Refusal(
          RefusalCode.TOO_MANY_HOLDS, "Give a held slot back before you hold another.");
    }
  }

  /**
   * A patient who books for themselves may have only so many appointments to come with one doctor;
   * slots that they hold count.
   *
   * @param ignored the holds that the booking uses up, as text
   */
  public void mustHaveFewerOpenThan(
      int limit, PatientId patient, String holder, Instant now, Set<String> ignored) {
    if (taken.openOf(patient, now) + taken.heldBy(holder, now, ignored) >= limit) {
      throw new Refusal(
          RefusalCode.TOO_MANY_OPEN_APPOINTMENTS,
          "You have as many appointments to come with this doctor as one may book: cancel one, or"
              + " ask the practice.");
    }
  }
}
