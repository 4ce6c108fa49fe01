package medic.query.schedule;

import java.util.Optional;
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

  @QueryHandler
  Optional<ChangesView> handle(FindScheduleChanges query) {
    return past.changes(query.doctorId(), query.period());
  }
}
