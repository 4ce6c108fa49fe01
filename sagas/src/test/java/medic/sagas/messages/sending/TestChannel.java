package medic.sagas.messages.sending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import medic.events.notification.NotificationChannel;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.DeliveryFailure;

/** A provider that outlives our process: what it took under a key, it takes once. */
public final class TestChannel implements MessageChannel {

  private final NotificationChannel channel;
  private final Chaos chaos;
  public final Map<String, RenderedMessage> taken = new LinkedHashMap<>();
  public final List<String> repeated = new ArrayList<>();
  public boolean down;
  public boolean refusing;
  public Consumer<RenderedMessage> onTaken = letter -> {};

  public TestChannel(NotificationChannel channel, Chaos chaos) {
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
