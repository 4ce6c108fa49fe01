package medic.sagas.notifications;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;

/** How absences stand in the log, which may be ahead of what was handled of it here. */
@FunctionalInterface
public interface Absences {

  /**
   * Whether a doctor's time off was cancelled.
   *
   * @param approval the number of the event, in the doctor's stream, that approved it
   */
  boolean isCalledOff(DoctorId doctor, TimeOffId timeOff, long approval);
}
