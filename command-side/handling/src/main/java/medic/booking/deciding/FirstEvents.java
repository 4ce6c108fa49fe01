package medic.booking.deciding;

import java.util.Optional;
import java.util.stream.Stream;
import medic.command.Actor;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;

/**
 * The first event of a stream: the first result of the creation that a repeated request repeats.
 */
public final class FirstEvents {

  private final EventStore eventStore;

  public FirstEvents(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  /** The first event under this id, if it is of the type; empty where there is none. */
  public <E> Optional<E> of(Object id, Class<E> type) {
    DomainEventStream stream = eventStore.readEvents(id.toString());
    return stream.hasNext()
        ? Optional.of(stream.next().getPayload()).filter(type::isInstance).map(type::cast)
        : Optional.empty();
  }

  /** Who had the first event under this id stored, which is known to be there. */
  public Actor actorOf(Object id) {
    return Actor.from(metaDataOf(id));
  }

  /** What came with the first event under this id, which is known to be there. */
  public MetaData metaDataOf(Object id) {
    return eventStore.readEvents(id.toString(), 0).next().getMetaData();
  }

  /** Does an event of this type stand anywhere under this id? For streams that stay short. */
  public boolean include(Object id, Class<?> type) {
    return allOf(id).anyMatch(type::isInstance);
  }

  /** Every event under this id, in their order. For streams that stay short. */
  public Stream<?> allOf(Object id) {
    return eventStore.readEvents(id.toString(), 0).asStream().map(Message::getPayload);
  }

  /** Does anything stand under this id? */
  public boolean exist(Object id) {
    return of(id, Object.class).isPresent();
  }
}
