package medic.sagas.notifications;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import medic.events.notification.NotificationChannel;

/** A provider that outlives our process: what it took under a key, it takes once. */
final class TestChannel implements MessageChannel {

  private final NotificationChannel channel;
  private final Chaos chaos;
  final Map<String, RenderedMessage> taken = new LinkedHashMap<>();
  final List<String> repeated = new ArrayList<>();
  boolean down;
  boolean refusing;
  Consumer<RenderedMessage> onTaken = letter -> {};

  TestChannel(NotificationChannel channel, Chaos chaos) {
    this.channel = channel;
    this.chaos = chaos;
  }

  @Override
  public NotificationChannel channel() {
    return channel;
  }

  @Override
  public String send(RenderedMessage letter) {
    chaos.step("before sending");
    if (down) {
      throw DeliveryFailure.passing("DOWN");
    }
    if (refusing) {
      throw DeliveryFailure.lasting("REFUSED");
    }
    if (taken.putIfAbsent(letter.key(), letter) != null) {
      repeated.add(letter.key());
    } else {
      onTaken.accept(letter);
    }
    chaos.step("after sending");
    return "provider-" + letter.key();
  }
}
