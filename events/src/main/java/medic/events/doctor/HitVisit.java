package medic.events.doctor;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;

/**
 * A booked visit during [startsAt, endsAt), buffers left out, whose time is taken.
 *
 * @param already whether something else took it before, and nobody has decided about the visit yet
 */
public record HitVisit(
    AppointmentId appointmentId,
    AppointmentTypeId appointmentTypeId,
    LocationId locationId,
    Instant startsAt,
    Instant endsAt,
    boolean already) {}
