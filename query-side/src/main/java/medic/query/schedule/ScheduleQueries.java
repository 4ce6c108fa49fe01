package medic.query.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medic.events.doctor.RemindersPlanned;
import medic.query.audit.changes.ChangesView;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows one doctor's schedule, now or as it stood. */
@Component
class ScheduleQueries {

  private final ScheduleReader reader;
  private final PastSchedules past;

  ScheduleQueries(ScheduleReader reader, PastSchedules past) {
    this.reader = reader;
    this.past = past;
  }

  @QueryHandler
  Optional<ScheduleView> handle(FindSchedule query) {
    Optional<Schedule> schedule =
        query.asOf() == null
            ? reader.read(query.doctorId())
            : past.asOf(query.doctorId(), query.asOf());
    return schedule.map(ScheduleView::of);
  }

  /** Seldom asked for, and so folded from the events: there is no row to keep. */
  @QueryHandler
  Optional<RemindersView> handle(FindReminders query) {
    return reader
        .read(query.doctorId())
        .filter(schedule -> schedule.types().containsKey(query.appointmentTypeId()))
        .map(schedule -> reminders(query));
  }

  private RemindersView reminders(FindReminders query) {
    List<Integer> planned =
        past.happened(query.doctorId().toString(), Instant.MAX)
            .filter(RemindersPlanned.class::isInstance)
            .map(RemindersPlanned.class::cast)
            .filter(plan -> plan.appointmentTypeId().equals(query.appointmentTypeId()))
            .reduce((earlier, later) -> later)
            .map(RemindersPlanned::hoursBefore)
            .orElse(null);
    return RemindersView.of(query.appointmentTypeId(), planned);
  }

  @QueryHandler
  Optional<ChangesView> handle(FindScheduleChanges query) {
    return past.changes(query.doctorId(), query.period());
  }
}
