package medic.booking.notification;

import medic.command.notification.RecordNotification;
import medic.events.notification.NotificationState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Puts on record what became of messages. */
class NotificationCommandHandler {

  private final Repository<Notification> notifications;

  NotificationCommandHandler(Repository<Notification> notifications) {
    this.notifications = notifications;
  }

  /** Answers where the message stands after it. */
  @CommandHandler
  NotificationState handle(RecordNotification command) throws Exception {
    return notifications
        .loadOrCreate(command.notificationId().toString(), Notification::new)
        .invoke(notification -> notification.decide(command));
  }
}
