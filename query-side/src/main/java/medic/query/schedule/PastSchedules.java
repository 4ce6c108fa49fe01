package medic.query.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.DoctorId;
import medic.query.audit.changes.Changes;
import medic.query.audit.changes.ChangesView;
import medic.query.audit.changes.Evolution;
import medic.query.audit.changes.Period;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schedules as they stood, folded from their events: it reads a doctor's whole stream. */
@Component
public class PastSchedules {

  private final EventStore events;
  private final Changes changes;

  PastSchedules(EventStore events, Changes changes) {
    this.events = events;
    this.changes = changes;
  }

  /** As it stood at an instant, that instant included. */
  public Optional<Schedule> asOf(DoctorId doctor, Instant time) {
    Past past = new Past();
    until(doctor.toString(), time).forEach(past::evolve);
    return Optional.ofNullable(past.schedule);
  }

  Optional<ChangesView> changes(DoctorId doctor, Period period) {
    return changes.in(period, until(doctor.toString(), period.to()), new Past());
  }

  /** What had happened in a stream. */
  public Stream<Object> happened(String stream, Instant time) {
    return until(stream, time).map(Message::getPayload);
  }

  /** From the first event on: a snapshot is of the command side's making, and of a later time. */
  private Stream<? extends DomainEventMessage<?>> until(String stream, Instant time) {
    return events
        .readEvents(stream, 0)
        .asStream()
        .filter(message -> !message.getTimestamp().isAfter(time));
  }

  private static final class Past implements Evolution {

    private @Nullable Schedule schedule;

    @Override
    public boolean evolve(EventMessage<?> message) {
      if (message.getPayload() instanceof DoctorRegistered registered) {
        schedule = ScheduleFold.begin(registered);
        return true;
      }
      if (schedule == null || !(message.getPayload() instanceof DoctorScheduleEvent change)) {
        return false;
      }
      Schedule before = schedule;
      schedule = ScheduleFold.ofDoctor(before, change);
      return schedule != before || ScheduleFold.evolve(schedule, change);
    }

    @Override
    public @Nullable Object shown() {
      return schedule == null ? null : ScheduleView.of(schedule);
    }
  }
}
