package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Nothing takes place at this place of work any more; it is no longer the primary one. */
@Revision("1")
public record LocationClosed(DoctorId doctorId, LocationId locationId, @Nullable String reason)
    implements DoctorScheduleEvent {}
