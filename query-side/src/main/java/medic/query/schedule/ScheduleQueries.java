package medic.query.schedule;

import java.time.Instant;
import java.util.Optional;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.DoctorId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows one doctor's schedule: from its document, or folded from its events up to a time. */
@Component
class ScheduleQueries {

  private final ScheduleReader reader;
  private final EventStore events;

  ScheduleQueries(ScheduleReader reader, EventStore events) {
    this.reader = reader;
    this.events = events;
  }

  @QueryHandler
  Optional<ScheduleView> handle(FindSchedule query) {
    Optional<Schedule> schedule =
        query.asOf() == null ? reader.read(query.doctorId()) : asOf(query.doctorId(), query.asOf());
    return schedule.map(ScheduleView::of);
  }

  /** From the first event on: a snapshot is of the command side's making, and of a later time. */
  private Optional<Schedule> asOf(DoctorId doctor, Instant time) {
    @Nullable Schedule[] schedule = new @Nullable Schedule[1];
    events
        .readEvents(doctor.toString(), 0)
        .asStream()
        .filter(message -> !message.getTimestamp().isAfter(time))
        .forEach(message -> schedule[0] = after(schedule[0], message.getPayload()));
    return Optional.ofNullable(schedule[0]);
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
