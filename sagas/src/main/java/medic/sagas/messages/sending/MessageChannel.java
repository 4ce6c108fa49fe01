package medic.sagas.messages.sending;

import medic.events.notification.NotificationChannel;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.DeliveryFailure;
import org.jspecify.annotations.Nullable;

/** A way out, through a provider. Called at least once; the letter's key makes that once. */
public interface MessageChannel {

  NotificationChannel channel();

  /**
   * Hands a letter over.
   *
   * @return the provider's own name for it, if it gives one
   * @throws DeliveryFailure when it was not taken
   */
  @Nullable String send(RenderedMessage letter);
}
