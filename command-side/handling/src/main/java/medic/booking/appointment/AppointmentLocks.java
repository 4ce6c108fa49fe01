package medic.booking.appointment;

import medic.booking.deciding.AggregateLoader;
import medic.booking.patient.PatientCalendar;
import medic.booking.room.RoomCalendar;
import medic.booking.room.RoomReservations;
import medic.booking.schedule.DoctorSchedule;
import medic.command.Refusal;
import medic.events.id.AppointmentId;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Locks what an appointment involves in the one order: doctor, rooms, patient, appointment. */
class AppointmentLocks {

  private final Repository<DoctorSchedule> schedules;
  private final Repository<RoomCalendar> rooms;
  private final Repository<PatientCalendar> patients;
  private final Repository<Appointment> appointments;
  private final AppointmentFacts facts;

  AppointmentLocks(
      Repository<DoctorSchedule> schedules,
      Repository<RoomCalendar> rooms,
      Repository<PatientCalendar> patients,
      Repository<Appointment> appointments,
      AppointmentFacts facts) {
    this.schedules = schedules;
    this.rooms = rooms;
    this.patients = patients;
    this.appointments = appointments;
    this.facts = facts;
  }

  /** Where the appointment stands, not locked. */
  AppointmentState peek(AppointmentId id) {
    return facts.of(id).orElseThrow(() -> Refusal.unknown("appointment"));
  }

  Aggregate<DoctorSchedule> schedule(AppointmentState state) {
    return AggregateLoader.load(schedules, state.outcome().doctorId(), "doctor");
  }

  Aggregate<PatientCalendar> patient(AppointmentState state) {
    return AggregateLoader.load(
        patients, PatientCalendar.idOf(state.outcome().patientId()), "patient");
  }

  /** Locks the rest, once the schedule is; a peek that is no longer true is a lost race. */
  Involved rest(
      Aggregate<DoctorSchedule> schedule, AppointmentState peeked, @Nullable RoomId wanted) {
    var outcome = peeked.outcome();
    RoomId asked = peeked.hasRequestedMove() ? peeked.requestedMove().roomId() : null;
    RoomReservations locked = RoomReservations.load(rooms, outcome.roomId(), asked, wanted);
    Aggregate<PatientCalendar> patient = patient(peeked);
    Aggregate<Appointment> appointment = appointment(outcome.appointmentId());
    if (!appointment.invoke(Appointment::state).equals(peeked)) {
      throw new ConcurrencyException("the appointment has changed meanwhile");
    }
    return new Involved(schedule, locked, patient, appointment);
  }

  Aggregate<Appointment> appointment(AppointmentId id) {
    return AggregateLoader.load(appointments, id, "appointment");
  }
}
