package medic.architecture.violations;

import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentEvent;

/** Breaks: a new event cannot be forgotten. */
public final class ForgetsAnEvent {

  private ForgetsAnEvent() {}

  public static boolean matters(AppointmentEvent event) {
    return event instanceof AppointmentBooked;
  }
}
