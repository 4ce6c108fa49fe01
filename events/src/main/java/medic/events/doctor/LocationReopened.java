package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.serialization.Revision;

/** A place of work that was closed is open again. */
@Revision("1")
public record LocationReopened(DoctorId doctorId, LocationId locationId)
    implements DoctorScheduleEvent {}
