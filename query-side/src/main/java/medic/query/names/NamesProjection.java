package medic.query.names;

import java.util.List;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.DoctorProfileRevised;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.LocationRevised;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.RoomRevised;
import medic.query.processing.Projection;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What doctors, locations, rooms and kinds of visit are called. A rename is one row. */
@Component
@ProcessingGroup(NamesProjection.GROUP)
public class NamesProjection extends Projection {

  public static final String GROUP = "names";

  private static final RowTable NAMES =
      RowTable.named("read.name_v1")
          .key("id", "uuid")
          .column("name", "text")
          .column("city", "text")
          .column("timezone", "text");

  NamesProjection(WriteBehind tables) {
    super(tables);
  }

  @EventHandler
  void on(DoctorRegistered event) {
    tables
        .rows(NAMES)
        .put(
            RowValues.none()
                .with("name", event.fullName())
                .with("timezone", event.timezone().getId()),
            event.doctorId().value());
  }

  @EventHandler
  void on(LocationAdded event) {
    tables
        .rows(NAMES)
        .put(
            RowValues.none()
                .with("name", event.name())
                .with("city", event.city())
                .with("timezone", event.timezone().getId()),
            event.locationId().value());
  }

  @EventHandler
  void on(RoomAdded event) {
    tables.rows(NAMES).put(RowValues.none().with("name", event.name()), event.roomId().value());
  }

  @EventHandler
  void on(AppointmentTypeDefined event) {
    tables
        .rows(NAMES)
        .put(
            RowValues.none().with("name", event.terms().name()), event.appointmentTypeId().value());
  }

  @EventHandler
  void on(DoctorProfileRevised event) {
    tables
        .rows(NAMES)
        .put(
            RowValues.none()
                .with("name", event.fullName())
                .with("timezone", event.timezone().getId()),
            event.doctorId().value());
  }

  @EventHandler
  void on(LocationRevised event) {
    tables
        .rows(NAMES)
        .put(
            RowValues.none()
                .with("name", event.name())
                .with("city", event.city())
                .with("timezone", event.timezone().getId()),
            event.locationId().value());
  }

  @EventHandler
  void on(RoomRevised event) {
    tables.rows(NAMES).put(RowValues.none().with("name", event.name()), event.roomId().value());
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(NAMES);
  }

  @ResetHandler
  void reset() {
    tables.clear(NAMES);
  }
}
