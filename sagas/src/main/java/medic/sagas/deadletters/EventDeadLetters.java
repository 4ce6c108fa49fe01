package medic.sagas.deadletters;

import java.util.Map;
import java.util.UUID;
import medic.deadletters.EventRetries;
import org.springframework.stereotype.Component;

/** Events that a group could not handle, of sagas and of read models. */
@Component
class EventDeadLetters implements DeadLetterKind {

  private final EventRetries events;

  EventDeadLetters(EventRetries events) {
    this.events = events;
  }

  @Override
  public boolean retry(UUID id, Map<String, ?> inTheNameOf) {
    return events.retry(id);
  }

  @Override
  public boolean drop(UUID id, Map<String, ?> inTheNameOf) {
    return events.drop(id);
  }
}
