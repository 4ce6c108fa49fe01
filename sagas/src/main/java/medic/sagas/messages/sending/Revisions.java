package medic.sagas.messages.sending;

import medic.events.id.AppointmentId;

/** How far visits have come in the log, which may be ahead of what was handled of it here. */
@FunctionalInterface
public interface Revisions {

  /** Whether the visit has taken another course after its event of this number. */
  boolean isOvertaken(AppointmentId visit, int revision);
}
