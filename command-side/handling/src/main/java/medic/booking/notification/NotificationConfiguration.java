package medic.booking.notification;

import medic.booking.deciding.Repositories;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  @Bean
  Repository<Notification> notifications(Repositories repositories) {
    return repositories.ofBriefLives(Notification.class);
  }

  @Bean
  NotificationCommandHandler notificationCommandHandler(Repository<Notification> notifications) {
    return new NotificationCommandHandler(notifications);
  }
}
