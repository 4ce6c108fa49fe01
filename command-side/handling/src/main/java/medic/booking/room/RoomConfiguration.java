package medic.booking.room;

import medic.booking.deciding.Repositories;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoomConfiguration {

  @Bean
  Repository<RoomCalendar> rooms(Repositories repositories) {
    return repositories.ofBusyCalendars(RoomCalendar.class);
  }
}
