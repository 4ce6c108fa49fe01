package medic.booking.appointment;

import medic.booking.patient.PatientCalendar;
import medic.booking.room.RoomReservations;
import medic.booking.schedule.DoctorSchedule;
import org.axonframework.modelling.command.Aggregate;

/** Everything that changing an appointment's time touches, locked. */
record Involved(
    Aggregate<DoctorSchedule> schedule,
    RoomReservations rooms,
    Aggregate<PatientCalendar> patient,
    Aggregate<Appointment> appointment) {

  /** Takes the appointment out of all three calendars, with the move that is asked for. */
  void freeAll(AppointmentState state) {
    var outcome = state.outcome();
    RequestedMoves.release(this, state);
    schedule.execute(s -> s.free(outcome.appointmentId()));
    rooms.release(outcome.roomId(), outcome.appointmentId().toString());
    patient.execute(p -> p.drop(outcome.appointmentId()));
  }
}
