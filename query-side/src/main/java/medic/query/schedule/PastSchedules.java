package medic.query.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.DoctorId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schedules as they stood, folded from their events: it reads a doctor's whole stream. */
@Component
public class PastSchedules {

  private final EventStore events;

  PastSchedules(EventStore events) {
    this.events = events;
  }

  /** As it stood at an instant, that instant included. */
  public Optional<Schedule> asOf(DoctorId doctor, Instant time) {
    @Nullable Schedule schedule = null;
    for (Object event : (Iterable<Object>) happened(doctor.toString(), time)::iterator) {
      schedule = after(schedule, event);
    }
    return Optional.ofNullable(schedule);
  }

  /**
   * What had happened in a stream. From its first event on: a snapshot is of the command side's
   * making, and of a later time.
   */
  public Stream<Object> happened(String stream, Instant time) {
    return events
        .readEvents(stream, 0)
        .asStream()
        .filter((DomainEventMessage<?> message) -> !message.getTimestamp().isAfter(time))
        .map(Message::getPayload);
  }

  private static @Nullable Schedule after(@Nullable Schedule schedule, Object event) {
    if (event instanceof DoctorRegistered registered) {
      return ScheduleFold.begin(registered);
    }
    if (schedule != null && event instanceof DoctorScheduleEvent change) {
      ScheduleFold.evolve(schedule, change);
    }
    return schedule;
  }
}
