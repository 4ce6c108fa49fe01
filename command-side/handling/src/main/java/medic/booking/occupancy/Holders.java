package medic.booking.occupancy;

import java.util.Set;
import medic.events.id.AppointmentId;

/** By which names an appointment holds time in calendars. */
public final class Holders {

  private Holders() {}

  /** Holds the time that an appointment is asked to be moved to. */
  public static String ofMove(AppointmentId appointment) {
    return "move-" + appointment.value();
  }

  /** All of one appointment's. */
  public static Set<String> of(AppointmentId appointment) {
    return Set.of(appointment.toString(), ofMove(appointment));
  }
}
