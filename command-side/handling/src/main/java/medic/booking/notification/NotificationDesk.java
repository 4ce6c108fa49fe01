package medic.booking.notification;

import medic.command.notification.RecordNotification;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Puts on record what became of messages. */
class NotificationDesk {

  private final Repository<Notification> notifications;

  NotificationDesk(Repository<Notification> notifications) {
    this.notifications = notifications;
  }

  @CommandHandler
  void handle(RecordNotification command) throws Exception {
    notifications
        .loadOrCreate(command.notificationId().toString(), Notification::new)
        .execute(notification -> notification.decide(command));
  }
}
