package medic.command.appointment;

import com.fasterxml.jackson.annotation.JsonValue;
import medic.events.ActorType;

/**
 * What may be done with a booked visit. Its name on the wire is the last part of the address that
 * does it. Confirming and declining answer a move where one is asked for, else the visit itself.
 */
public enum AppointmentAction {
  CONFIRM("confirm", false),
  DECLINE("decline", false),
  CANCEL("cancel", true),
  RESCHEDULE("reschedule", true),
  WITHDRAW_MOVE("withdraw-move", true),
  COMPLETE("complete", false),
  NO_SHOW("no-show", false),
  REOPEN("reopen", false);

  private final String path;
  private final boolean byPatients;

  AppointmentAction(String path, boolean byPatients) {
    this.path = path;
    this.byPatients = byPatients;
  }

  @JsonValue
  public String path() {
    return path;
  }

  /** Whether such a caller does this at all. */
  public boolean isFor(ActorType caller) {
    return switch (caller) {
      case DOCTOR, ADMIN, SYSTEM -> true;
      case PATIENT -> byPatients;
      case AUDITOR -> false;
    };
  }
}
