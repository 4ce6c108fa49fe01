package medic.query.schedule;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads one doctor's document. */
@Component
class ScheduleQueries {

  private final JdbcTemplate jdbc;
  private final ScheduleDocuments documents;

  ScheduleQueries(JdbcTemplate jdbc, ScheduleDocuments documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  @QueryHandler
  Optional<ScheduleView> handle(FindSchedule query) {
    return jdbc
        .queryForList(
            "select document from read.schedule_v1 where doctor_id = ?",
            String.class,
            query.doctorId().value())
        .stream()
        .findFirst()
        .map(documents::read)
        .map(ScheduleView::of);
  }
}
