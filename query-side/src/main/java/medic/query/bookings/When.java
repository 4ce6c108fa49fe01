package medic.query.bookings;

import java.util.EnumSet;
import java.util.Set;
import medic.events.appointment.AppointmentStatus;

/**
 * Which of a patient's bookings: those not over yet, soonest first, or those over, latest first.
 * Unless others are asked for, only what is still to take place is upcoming.
 */
public enum When {
  UPCOMING(EnumSet.of(AppointmentStatus.PENDING, AppointmentStatus.CONFIRMED)),
  PAST(EnumSet.allOf(AppointmentStatus.class));

  private final Set<AppointmentStatus> usual;

  When(Set<AppointmentStatus> usual) {
    this.usual = usual;
  }

  Set<AppointmentStatus> usual() {
    return usual;
  }
}
