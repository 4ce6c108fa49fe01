package medic.query.directory;

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
import medic.query.processing.Projection;
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

  private final DoctorEntries doctors;
  private final LocationEntries locations;
  private final TypeEntries types;

  DirectoryProjection(
      WriteBehind tables, DoctorEntries doctors, LocationEntries locations, TypeEntries types) {
    super(tables);
    this.doctors = doctors;
    this.locations = locations;
    this.types = types;
  }

  @EventHandler
  void on(DoctorRegistered event) {
    doctors.save(new DoctorEntry(event));
  }

  @EventHandler
  void on(LocationAdded event) {
    locations.save(new LocationEntry(event));
    if (event.primary()) {
      locations.makeOthersSecondary(event.doctorId().value(), event.locationId().value());
    }
  }

  @EventHandler
  void on(DoctorProfileRevised event) {
    doctors.revise(
        event.doctorId().value(), event.fullName(), event.specialty(), event.timezone().getId());
  }

  @EventHandler
  void on(DoctorLeft event) {
    doctors.setLeft(event.doctorId().value(), true);
  }

  @EventHandler
  void on(DoctorReturned event) {
    doctors.setLeft(event.doctorId().value(), false);
  }

  @EventHandler
  void on(LocationRevised event) {
    locations
        .findById(event.locationId().value())
        .ifPresent(known -> locations.save(known.revised(event)));
  }

  @EventHandler
  void on(PrimaryLocationChosen event) {
    locations.makePrimary(event.doctorId().value(), event.locationId().value());
  }

  @EventHandler
  void on(LocationClosed event) {
    locations.setClosed(event.locationId().value(), true);
  }

  @EventHandler
  void on(LocationReopened event) {
    locations.setClosed(event.locationId().value(), false);
  }

  @EventHandler
  void on(AppointmentTypeDefined event) {
    types.save(new TypeEntry(event));
  }

  @EventHandler
  void on(AppointmentTypeWithdrawn event) {
    types.deleteById(event.appointmentTypeId().value());
  }

  @ResetHandler
  void reset() {
    types.deleteAllInBatch();
    locations.deleteAllInBatch();
    doctors.deleteAllInBatch();
  }
}
