package medic.query.schedule;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows one doctor's schedule. */
@Component
class ScheduleQueries {

  private final ScheduleReader reader;

  ScheduleQueries(ScheduleReader reader) {
    this.reader = reader;
  }

  @QueryHandler
  Optional<ScheduleView> handle(FindSchedule query) {
    return reader.read(query.doctorId()).map(ScheduleView::of);
  }
}
