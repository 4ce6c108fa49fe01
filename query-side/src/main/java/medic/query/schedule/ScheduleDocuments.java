package medic.query.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.DoctorId;
import medic.query.personal.SealedData;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folds schedule events into documents: a document is read when the first event of a batch touches
 * it, and handed over once, as the batch left it, to be written.
 */
@Component
public final class ScheduleDocuments {

  private final WriteBehind tables;
  private final JsonMapper json;

  ScheduleDocuments(WriteBehind tables, SealedData personal) {
    this.tables = tables;
    this.json = personal.json();
  }

  /**
   * @param table keeps a column {@code document} by {@code doctor_id}
   * @param write takes each changed schedule at the end of the batch, before rows are written
   */
  public void apply(DoctorScheduleEvent event, RowTable table, Consumer<Schedule> write) {
    Map<DoctorId, Schedule> touched = touched(table, write);
    if (event instanceof DoctorRegistered registered) {
      touched.put(registered.doctorId(), ScheduleFold.begin(registered));
      return;
    }
    Schedule schedule = touched.computeIfAbsent(event.doctorId(), doctor -> stored(doctor, table));
    touched.put(event.doctorId(), ScheduleFold.ofDoctor(schedule, event));
    ScheduleFold.evolve(schedule, event);
  }

  public String write(Schedule schedule) {
    return json.writeValueAsString(schedule);
  }

  public Schedule read(String document) {
    return json.readValue(document, Schedule.class);
  }

  private Schedule stored(DoctorId doctor, RowTable table) {
    List<RowValues> found = tables.stored(table, "doctor_id", doctor.value());
    if (found.isEmpty()) {
      throw new IllegalStateException("an event of a doctor who was never registered: " + doctor);
    }
    return read(found.get(0).text("document"));
  }

  private Map<DoctorId, Schedule> touched(RowTable table, Consumer<Schedule> write) {
    UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
    return batch.getOrComputeResource(
        ScheduleDocuments.class.getName() + table.name(),
        any -> {
          Map<DoctorId, Schedule> schedules = new LinkedHashMap<>();
          tables.atEnd(() -> schedules.values().forEach(write));
          return schedules;
        });
  }
}
