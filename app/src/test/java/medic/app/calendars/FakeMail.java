package medic.app.calendars;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import medic.events.id.AppointmentId;
import medic.events.notification.NotificationChannel;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.sending.MessageChannel;
import medic.sagas.messages.sending.MessageChannels;
import medic.sagas.messages.sending.Revisions;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * A mail provider that outlives our process: what it took under a key, it takes once. It can be
 * down, and the process may die between its yes and our note of it.
 *
 * <p>Named as a source by the servers that want it, and no configuration that others would find.
 */
class FakeMail {

  static final Map<String, RenderedMessage> TAKEN = new ConcurrentHashMap<>();
  static final AtomicInteger DEATHS_TO_COME = new AtomicInteger();
  static volatile boolean down;

  /** By visit the number of the event that ended it, from its acknowledgement on. */
  static final Map<String, Integer> ENDED = new ConcurrentHashMap<>();

  /** Visits of which something earlier was let go out after their end was acknowledged. */
  static final Set<String> TOLD_OTHERWISE = ConcurrentHashMap.newKeySet();

  private static final class Provider implements MessageChannel {

    @Override
    public NotificationChannel channel() {
      return NotificationChannel.EMAIL;
    }

    @Override
    public String send(RenderedMessage letter) {
      if (down) {
        throw DeliveryFailure.passing("DOWN");
      }
      TAKEN.putIfAbsent(letter.key(), letter);
      if (DEATHS_TO_COME.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new Crashes.Death();
      }
      return "mail-" + letter.key();
    }
  }

  @Bean
  static BeanPostProcessor mailProvider() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof MessageChannels) {
          return new MessageChannels(List.of(new Provider()));
        }
        return bean instanceof Revisions revisions ? witnessed(revisions) : bean;
      }
    };
  }

  private static Revisions witnessed(Revisions revisions) {
    return (visit, revision) -> {
      boolean ended = isEndedSince(visit, revision);
      boolean overtaken = revisions.isOvertaken(visit, revision);
      if (ended && !overtaken) {
        TOLD_OTHERWISE.add(visit.value().toString());
      }
      return overtaken;
    };
  }

  private static boolean isEndedSince(AppointmentId visit, int revision) {
    return ENDED.getOrDefault(visit.value().toString(), -1) > revision;
  }

  /** The next history begins with a provider that is well. */
  static void recovers() {
    down = false;
    DEATHS_TO_COME.set(0);
  }
}
