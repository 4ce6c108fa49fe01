package medic.query.directory;

import java.util.List;
import java.util.Locale;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.DoctorLeft;
import medic.events.doctor.DoctorProfileRevised;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorReturned;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.LocationClosed;
import medic.events.doctor.LocationReopened;
import medic.events.doctor.LocationRevised;
import medic.events.doctor.PrimaryLocationChosen;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.query.processing.Projection;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** The doctors one can book with, where they work and what they offer. */
@Component
@ProcessingGroup(DirectoryProjection.GROUP)
public class DirectoryProjection extends Projection {

  public static final String GROUP = "directory";

  private static final RowTable DOCTORS =
      RowTable.named("read.directory_doctor_v1")
          .key("doctor_id", "uuid")
          .column("full_name", "text")
          .column("specialty", "text")
          .column("timezone", "text")
          .column("has_left", "boolean");

  private static final RowTable LOCATIONS =
      RowTable.named("read.directory_location_v1")
          .key("location_id", "uuid")
          .column("doctor_id", "uuid")
          .column("name", "text")
          .column("address", "text")
          .column("city", "text")
          .column("country", "text")
          .column("timezone", "text")
          .column("lat", "double precision")
          .column("lng", "double precision")
          .column("is_primary", "boolean")
          .column("closed", "boolean")
          .readBack();

  private static final RowTable TYPES =
      RowTable.named("read.directory_type_v1")
          .key("type_id", "uuid")
          .column("doctor_id", "uuid")
          .column("slug", "text")
          .column("name", "text")
          .column("description", "text")
          .column("duration_minutes", "integer")
          .column("price_cents", "bigint")
          .column("currency", "text")
          .column("mode", "text")
          .column("requires_confirmation", "boolean")
          .column("active", "boolean")
          .column("what_to_bring", "text")
          .column("reason_required", "boolean");

  DirectoryProjection(WriteBehind tables) {
    super(tables);
  }

  @EventHandler
  void on(DoctorRegistered event) {
    tables
        .rows(DOCTORS)
        .put(
            RowValues.none()
                .with("full_name", event.fullName())
                .with("specialty", event.specialty())
                .with("timezone", event.timezone().getId())
                .with("has_left", false),
            event.doctorId().value());
  }

  @EventHandler
  void on(LocationAdded event) {
    tables.rows(LOCATIONS).put(row(event), event.locationId().value());
    if (event.primary()) {
      makeOnlyPrimary(event.doctorId(), event.locationId());
    }
  }

  private static RowValues row(LocationAdded event) {
    return RowValues.none()
        .with("doctor_id", event.doctorId().value())
        .with("name", event.name())
        .with("address", event.address())
        .with("city", event.city())
        .with("country", event.country())
        .with("timezone", event.timezone().getId())
        .with("lat", event.lat())
        .with("lng", event.lng())
        .with("is_primary", event.primary())
        .with("closed", false);
  }

  private void makeOnlyPrimary(DoctorId doctor, LocationId primary) {
    for (List<Object> key : tables.keysOf(LOCATIONS, "doctor_id", doctor.value())) {
      RowValues chosen = RowValues.none().with("is_primary", key.get(0).equals(primary.value()));
      tables.rows(LOCATIONS).change(chosen, key.get(0));
    }
  }

  private void setLeft(DoctorId doctor, boolean left) {
    tables.rows(DOCTORS).change(RowValues.none().with("has_left", left), doctor.value());
  }

  @EventHandler
  void on(DoctorProfileRevised event) {
    RowValues profile =
        RowValues.none()
            .with("full_name", event.fullName())
            .with("specialty", event.specialty())
            .with("timezone", event.timezone().getId());
    tables.rows(DOCTORS).change(profile, event.doctorId().value());
  }

  @EventHandler
  void on(DoctorLeft event) {
    setLeft(event.doctorId(), true);
  }

  @EventHandler
  void on(DoctorReturned event) {
    setLeft(event.doctorId(), false);
  }

  @EventHandler
  void on(LocationRevised event) {
    RowValues revised =
        RowValues.none()
            .with("name", event.name())
            .with("address", event.address())
            .with("city", event.city())
            .with("country", event.country())
            .with("timezone", event.timezone().getId())
            .with("lat", event.lat())
            .with("lng", event.lng());
    tables.rows(LOCATIONS).change(revised, event.locationId().value());
  }

  @EventHandler
  void on(PrimaryLocationChosen event) {
    makeOnlyPrimary(event.doctorId(), event.locationId());
  }

  @EventHandler
  void on(LocationClosed event) {
    RowValues closed = RowValues.none().with("closed", true).with("is_primary", false);
    tables.rows(LOCATIONS).change(closed, event.locationId().value());
  }

  @EventHandler
  void on(LocationReopened event) {
    tables
        .rows(LOCATIONS)
        .change(RowValues.none().with("closed", false), event.locationId().value());
  }

  @EventHandler
  void on(AppointmentTypeDefined event) {
    AppointmentTerms terms = event.terms();
    RowValues row =
        RowValues.none()
            .with("doctor_id", event.doctorId().value())
            .with("slug", terms.slug())
            .with("name", terms.name())
            .with("description", terms.description())
            .with("duration_minutes", terms.durationMinutes())
            .with("price_cents", terms.priceCents())
            .with("currency", terms.currency())
            .with("mode", terms.consultationMode().name().toLowerCase(Locale.ROOT))
            .with("requires_confirmation", terms.requiresConfirmation())
            .with("active", terms.active())
            .with("what_to_bring", terms.whatToBring())
            .with("reason_required", terms.asksForReason());
    tables.rows(TYPES).put(row, event.appointmentTypeId().value());
  }

  @EventHandler
  void on(AppointmentTypeWithdrawn event) {
    tables.rows(TYPES).delete(event.appointmentTypeId().value());
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(DOCTORS, LOCATIONS, TYPES);
  }

  @ResetHandler
  void reset() {
    rowTables().forEach(tables::clear);
  }
}
