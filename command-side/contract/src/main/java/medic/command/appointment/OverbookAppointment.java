package medic.command.appointment;

import medic.events.id.DoctorId;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Books a visit although the doctor's time is taken then. Rooms and the patient must be free all
 * the same.
 */
public record OverbookAppointment(@RoutingKey DoctorId doctorId, BookAppointment booking) {

  public static OverbookAppointment of(BookAppointment booking) {
    return new OverbookAppointment(booking.doctorId(), booking);
  }
}
