package medic.query.availability;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.query.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * When a doctor can be booked for a kind of visit, by default in the 30 days from now, at all
 * locations or one. Civil dates are those of the type's default location, else of the doctor's
 * primary one. Answered with {@link OpenSlotsView}.
 */
public record FindOpenSlots(
    DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    @Nullable LocationId locationId,
    TimeRange range) {}
