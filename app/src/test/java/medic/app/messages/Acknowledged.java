package medic.app.messages;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import medic.sagas.messages.sending.Revisions;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * What of the visits was acknowledged, and what of that was so before a message about it was last
 * looked after: the order of the two that a race is about. Shared by all nodes of this JVM.
 *
 * <p>Named as a source by the servers that want it, and no configuration that others would find.
 */
class Acknowledged {

  static final Set<String> CANCELLED = ConcurrentHashMap.newKeySet();

  /**
   * Whether a cancellation was acknowledged when a message about the visit before was looked at.
   */
  static final Map<String, Boolean> BEFORE_SENDING = new ConcurrentHashMap<>();

  @Bean
  static BeanPostProcessor witness() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Revisions revisions ? witnessed(revisions) : bean;
      }
    };
  }

  private static Revisions witnessed(Revisions revisions) {
    return (visit, revision) -> {
      String id = visit.value().toString();
      if (revision == 0) {
        BEFORE_SENDING.put(id, CANCELLED.contains(id));
      }
      return revisions.isOvertaken(visit, revision);
    };
  }
}
