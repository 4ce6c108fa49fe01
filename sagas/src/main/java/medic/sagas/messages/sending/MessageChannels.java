package medic.sagas.messages.sending;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import medic.events.notification.NotificationChannel;

/** The ways out that have a provider; messages by the others stay in the outbox. */
public class MessageChannels {

  private final Map<NotificationChannel, MessageChannel> configured =
      new EnumMap<>(NotificationChannel.class);

  public MessageChannels(List<MessageChannel> configured) {
    configured.forEach(channel -> this.configured.put(channel.channel(), channel));
  }

  Optional<MessageChannel> find(NotificationChannel channel) {
    return Optional.ofNullable(configured.get(channel));
  }
}
