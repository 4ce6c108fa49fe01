package medic.sagas.messages.sending;

import medic.events.id.DoctorId;
import medic.sagas.messages.outbox.Absence;

/** How taken time stands in the log, which may be ahead of what was handled of it here. */
@FunctionalInterface
public interface Absences {

  /** Whether it was taken back, or it was decided that its visit is kept. */
  boolean isCalledOff(DoctorId doctor, Absence absence);
}
