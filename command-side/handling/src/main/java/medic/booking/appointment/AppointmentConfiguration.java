package medic.booking.appointment;

import java.time.Clock;
import medic.booking.deciding.FirstEvents;
import medic.booking.deciding.Repositories;
import medic.booking.hold.Holds;
import medic.booking.patient.PatientCalendar;
import medic.booking.patient.PreferredZones;
import medic.booking.room.RoomCalendar;
import medic.booking.schedule.DoctorSchedule;
import medic.booking.schedule.OpenAppointments;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {

  @Bean
  Repository<Appointment> appointments(Repositories repositories) {
    return repositories.ofBriefLives(Appointment.class);
  }

  @Bean
  AppointmentLocks appointmentLocks(
      Repository<DoctorSchedule> schedules,
      Repository<RoomCalendar> rooms,
      Repository<PatientCalendar> patientCalendars,
      Repository<Appointment> appointments,
      EventStore eventStore) {
    return new AppointmentLocks(
        schedules, rooms, patientCalendars, appointments, new AppointmentFacts(eventStore));
  }

  @Bean
  BookingCommandHandler bookingCommandHandler(
      Repository<DoctorSchedule> schedules,
      Repository<RoomCalendar> rooms,
      Repository<PatientCalendar> patientCalendars,
      Holds usableHolds,
      Repository<Appointment> appointments,
      FirstEvents firstEvents,
      OpenAppointments openAppointments,
      PatientZone patientZone,
      Clock clock) {
    return new BookingCommandHandler(
        schedules,
        rooms,
        patientCalendars,
        usableHolds,
        appointments,
        firstEvents,
        openAppointments,
        patientZone,
        clock);
  }

  @Bean
  TransitionCommandHandler transitionCommandHandler(
      AppointmentLocks locks, PatientZone patientZone, Clock clock) {
    return new TransitionCommandHandler(locks, new MoveAnswers(patientZone, clock), clock);
  }

  @Bean
  ActionsCommandHandler actionsCommandHandler(AppointmentLocks locks, Clock clock) {
    return new ActionsCommandHandler(locks, clock);
  }

  @Bean
  JoinLinkCommandHandler joinLinkCommandHandler(AppointmentLocks locks) {
    return new JoinLinkCommandHandler(locks);
  }

  @Bean
  ReschedulingCommandHandler reschedulingCommandHandler(
      AppointmentLocks locks, Holds usableHolds, PatientZone patientZone, Clock clock) {
    return new ReschedulingCommandHandler(locks, usableHolds, patientZone, clock);
  }

  @Bean
  PatientZone patientZone(EventStore eventStore) {
    return new PatientZone(new PreferredZones(eventStore));
  }
}
