package medic.query.schedule;

import java.util.List;
import medic.events.doctor.DoctorScheduleEvent;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What is set up of each doctor. */
@Component
@ProcessingGroup(SchedulesProjection.GROUP)
public class SchedulesProjection extends FoldingScheduleProjection {

  public static final String GROUP = "schedule";

  static final RowTable SCHEDULES =
      RowTable.named("read.schedule_v1")
          .key("doctor_id", "uuid")
          .column("document", "text")
          .readBack();

  private final ScheduleDocuments documents;

  SchedulesProjection(WriteBehind tables, ScheduleDocuments documents) {
    super(tables);
    this.documents = documents;
  }

  @Override
  protected void fold(DoctorScheduleEvent event) {
    tables.pass();
    documents.apply(event, SCHEDULES, this::write);
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(SCHEDULES);
  }

  @ResetHandler
  void reset() {
    tables.clear(SCHEDULES);
  }

  private void write(Schedule schedule) {
    tables
        .rows(SCHEDULES)
        .put(
            RowValues.none().with("document", documents.write(schedule)),
            schedule.doctorId().value());
  }
}
