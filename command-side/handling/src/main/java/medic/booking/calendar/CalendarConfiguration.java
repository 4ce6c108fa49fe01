package medic.booking.calendar;

import medic.booking.deciding.Repositories;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

  @Bean
  Repository<CalendarConnection> calendarConnections(Repositories repositories) {
    return repositories.ofShortCalendars(CalendarConnection.class);
  }

  @Bean
  SmartInitializingSingleton calendarCommands(
      Repository<CalendarConnection> connections,
      CommandBus commandBus,
      ParameterResolverFactory parameters,
      HandlerDefinition handlers) {
    return () ->
        AggregateAnnotationCommandHandler.<CalendarConnection>builder()
            .aggregateType(CalendarConnection.class)
            .repository(connections)
            .parameterResolverFactory(parameters)
            .handlerDefinition(handlers)
            .build()
            .subscribe(commandBus);
  }
}
