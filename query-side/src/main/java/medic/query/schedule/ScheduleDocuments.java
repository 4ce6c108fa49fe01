package medic.query.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.DoctorId;
import medic.query.personal.SealedData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folds schedule events into documents: a document is read when the first event of a batch touches
 * it, and handed over once, as the batch left it, to be written.
 */
@Component
public final class ScheduleDocuments {

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  ScheduleDocuments(JdbcTemplate jdbc, SealedData personal) {
    this.jdbc = jdbc;
    this.json = personal.json();
  }

  /**
   * @param table keeps a column {@code document} by {@code doctor_id}
   * @param write takes each changed schedule when the batch is about to commit
   */
  public void apply(DoctorScheduleEvent event, String table, Consumer<Schedule> write) {
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

  private Schedule stored(DoctorId doctor, String table) {
    List<String> found =
        jdbc.queryForList(
            "select document from " + table + " where doctor_id = ?", String.class, doctor.value());
    if (found.isEmpty()) {
      throw new IllegalStateException("an event of a doctor who was never registered: " + doctor);
    }
    return read(found.get(0));
  }

  private static Map<DoctorId, Schedule> touched(String table, Consumer<Schedule> write) {
    UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
    return batch.getOrComputeResource(
        ScheduleDocuments.class.getName() + table,
        any -> {
          Map<DoctorId, Schedule> schedules = new LinkedHashMap<>();
          batch.onPrepareCommit(u -> schedules.values().forEach(write));
          return schedules;
        });
  }
}
