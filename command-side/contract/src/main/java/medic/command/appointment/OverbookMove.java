package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Moves a visit to where the doctor's time is taken. */
public record OverbookMove(
    @TargetAggregateIdentifier AppointmentId appointmentId, RescheduleAppointment move) {

  public static OverbookMove of(RescheduleAppointment move) {
    return new OverbookMove(move.appointmentId(), move);
  }
}
