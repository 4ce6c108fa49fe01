package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.serialization.Revision;

/** This is the one place of work that a doctor is mainly at, in place of any other. */
@Revision("1")
public record PrimaryLocationChosen(DoctorId doctorId, LocationId locationId)
    implements DoctorScheduleEvent {}
