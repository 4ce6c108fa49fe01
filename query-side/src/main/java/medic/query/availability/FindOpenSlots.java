package medic.query.availability;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.query.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * When a doctor can be booked for a kind of visit, by default in the 30 days from now, at all
 * locations or one. Civil dates are those of the type's default location, else of the doctor's
 * primary one. Answered with {@link OpenSlotsView}.
 *
 * @param asOf as it stood then, that instant included; null for now
 * @param without an appointment whose own time is left out, when looking back
 */
public record FindOpenSlots(
    DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    @Nullable LocationId locationId,
    TimeRange range,
    @Nullable Instant asOf,
    @Nullable AppointmentId without) {

  /** As it stands now. */
  public FindOpenSlots(
      DoctorId doctorId,
      AppointmentTypeId appointmentTypeId,
      @Nullable LocationId locationId,
      TimeRange range) {
    this(doctorId, appointmentTypeId, locationId, range, null, null);
  }

  /** As it stood then. */
  FindOpenSlots at(Instant time) {
    return new FindOpenSlots(doctorId, appointmentTypeId, locationId, range, time, without);
  }
}
