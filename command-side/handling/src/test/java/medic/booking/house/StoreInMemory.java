package medic.booking.house;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import medic.personal.PatientKey;
import medic.personal.PatientKeys;
import medic.personal.PersonalDataModule;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Events in memory, in the form in which they would be stored: each goes through the serializer. A
 * place in a stream is taken once, and a unit of work is appended whole or not at all.
 */
public final class StoreInMemory implements EventStorageEngine {
  public static final Jackson3Serializer SERIALIZER =
      Jackson3Serializer.builder()
          .jsonMapperBuilderCustomizer(
              mapper -> mapper.addModule(new PersonalDataModule(new Keys())))
          .build();

  private final Map<String, List<DomainEventMessage<?>>> streams = new ConcurrentHashMap<>();
  private final Map<String, DomainEventMessage<?>> snapshots = new ConcurrentHashMap<>();
  private int appended;
  private int racesToLose;
  private int looks;

  /** The next so many appends find their place taken, though nobody took it. */
  public synchronized void loseRaces(int number) {
    racesToLose = number;
  }

  public synchronized int racesToLose() {
    return racesToLose;
  }

  public synchronized int appended() {
    return appended;
  }

  /** How often a stream's last place was asked for. */
  public synchronized int looks() {
    return looks;
  }

  public boolean hasSnapshot(Object aggregate) {
    return snapshots.containsKey(aggregate.toString());
  }

  public synchronized int eventsOf(Object aggregate) {
    return streams.getOrDefault(aggregate.toString(), List.of()).size();
  }

  /** As if nothing had ever been appended to it. */
  public synchronized void lose(Object aggregate) {
    streams.remove(aggregate.toString());
  }

  /** The payloads of a stream. */
  public List<Object> payloads(Object aggregate) {
    return stream(aggregate.toString()).stream().<Object>map(EventMessage::getPayload).toList();
  }

  /** The metadata of a stream's last event. */
  public Map<String, Object> lastMetaData(Object aggregate) {
    List<DomainEventMessage<?>> stream = stream(aggregate.toString());
    return Map.copyOf(stream.get(stream.size() - 1).getMetaData());
  }

  @Override
  public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
    if (racesToLose > 0) {
      racesToLose--;
      throw new ConcurrencyException("a race that was lost on purpose");
    }
    Map<String, Integer> next = new ConcurrentHashMap<>();
    for (EventMessage<?> event : events) {
      DomainEventMessage<?> domain = (DomainEventMessage<?>) event;
      String id = domain.getAggregateIdentifier();
      int place = next.merge(id, 1, Integer::sum) + eventsOf(id) - 1;
      if (domain.getSequenceNumber() != place) {
        throw new ConcurrencyException(id + " has a place " + domain.getSequenceNumber());
      }
    }
    for (EventMessage<?> event : events) {
      DomainEventMessage<?> stored = stored((DomainEventMessage<?>) event);
      streams.computeIfAbsent(stored.getAggregateIdentifier(), id -> new ArrayList<>()).add(stored);
      appended++;
    }
  }

  private static DomainEventMessage<?> stored(DomainEventMessage<?> event) {
    Object payload = SERIALIZER.deserialize(SERIALIZER.serialize(event.getPayload(), String.class));
    return new GenericDomainEventMessage<>(
        event.getType(),
        event.getAggregateIdentifier(),
        event.getSequenceNumber(),
        payload,
        event.getMetaData(),
        event.getIdentifier(),
        event.getTimestamp());
  }

  private synchronized List<DomainEventMessage<?>> stream(String id) {
    return List.copyOf(streams.getOrDefault(id, List.of()));
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    snapshots.put(snapshot.getAggregateIdentifier(), stored(snapshot));
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
    // Its payload becomes an aggregate that changes: each reader gets a copy.
    return Optional.ofNullable(snapshots.get(aggregate)).map(StoreInMemory::stored);
  }

  @Override
  public DomainEventStream readEvents(String aggregate, long first) {
    List<DomainEventMessage<?>> stream = stream(aggregate);
    return DomainEventStream.of(
        stream.subList((int) Math.min(first, stream.size()), stream.size()));
  }

  @Override
  public synchronized Optional<Long> lastSequenceNumberFor(String aggregate) {
    looks++;
    int size = eventsOf(aggregate);
    return size == 0 ? Optional.empty() : Optional.of(size - 1L);
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken from, boolean block) {
    return Stream.empty();
  }

  private static final class Keys implements PatientKeys {
    @Override
    public SecretKey forSealing(UUID subject) {
      return new SecretKeySpec(
          ByteBuffer.allocate(32).putLong(subject.getMostSignificantBits()).array(), "AES");
    }

    @Override
    public PatientKey forOpening(UUID subject) {
      return new PatientKey.Usable(forSealing(subject));
    }
  }
}
