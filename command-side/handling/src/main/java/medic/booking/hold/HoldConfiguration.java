package medic.booking.hold;

import java.time.Clock;
import java.time.Duration;
import medic.booking.deciding.FirstEvents;
import medic.booking.deciding.Repositories;
import medic.booking.patient.PatientCalendar;
import medic.booking.room.RoomCalendar;
import medic.booking.schedule.DoctorSchedule;
import medic.booking.schedule.OpenAppointments;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HoldConfiguration {

  @Bean
  Repository<Hold> holds(Repositories repositories) {
    return repositories.ofBriefLives(Hold.class);
  }

  @Bean
  Holds usableHolds(Repository<Hold> holds) {
    return new Holds(holds);
  }

  @Bean
  HoldCommandHandler holdCommandHandler(
      Repository<DoctorSchedule> schedules,
      Repository<RoomCalendar> rooms,
      Repository<PatientCalendar> patientCalendars,
      Repository<Hold> holds,
      Holds usableHolds,
      FirstEvents firstEvents,
      OpenAppointments openAppointments,
      Clock clock,
      @Value("${medic.holds.kept-for:PT10M}") Duration keptFor) {
    return new HoldCommandHandler(
        schedules,
        rooms,
        patientCalendars,
        holds,
        usableHolds,
        firstEvents,
        openAppointments,
        clock,
        keptFor);
  }
}
