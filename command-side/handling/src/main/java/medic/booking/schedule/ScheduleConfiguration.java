package medic.booking.schedule;

import medic.booking.deciding.Repositories;
import medic.booking.room.RoomCalendar;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  @Bean
  OpenAppointments openAppointments(
      @Value("${MEDIC_OPEN_APPOINTMENTS_PER_DOCTOR:10}") int withOneDoctor,
      @Value("${MEDIC_OPEN_APPOINTMENTS:30}") int inAll) {
    return new OpenAppointments(withOneDoctor, inAll);
  }

  @Bean
  Repository<DoctorSchedule> schedules(Repositories repositories) {
    return repositories.ofBusyCalendars(DoctorSchedule.class);
  }

  @Bean
  RoomCommandHandler roomCommandHandler(
      Repository<DoctorSchedule> schedules, Repository<RoomCalendar> rooms) {
    return new RoomCommandHandler(schedules, rooms);
  }

  /** Lets the schedule itself handle the commands that concern it alone. */
  @Bean
  SmartInitializingSingleton scheduleCommands(
      Repository<DoctorSchedule> schedules,
      CommandBus commandBus,
      ParameterResolverFactory parameters,
      HandlerDefinition handlers) {
    return () ->
        AggregateAnnotationCommandHandler.<DoctorSchedule>builder()
            .aggregateType(DoctorSchedule.class)
            .repository(schedules)
            .parameterResolverFactory(parameters)
            .handlerDefinition(handlers)
            .build()
            .subscribe(commandBus);
  }
}
