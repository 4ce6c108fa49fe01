package medic.query.availability;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.query.web.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * When a doctor can be booked for a kind of visit, by default in the 30 days from now, at all
 * locations or one. A civil date is that of each slot's own location. Answered with {@link
 * OpenSlotsView}.
 *
 * @param asOf as it stood then, that instant included; null for now
 * @param without an appointment whose own time is left out, as for a move of it; its type may be
 *     inactive
 * @param byPatient whether a patient asks where to move it, who is bound by what its type lets
 *     patients change
 * @param holder whose own holds take no time; null for nobody's
 */
public record FindOpenSlots(
    DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    @Nullable LocationId locationId,
    TimeRange range,
    @Nullable Instant asOf,
    @Nullable AppointmentId without,
    boolean byPatient,
    @Nullable String holder) {

  /** As it stands now. */
  public FindOpenSlots(
      DoctorId doctorId,
      AppointmentTypeId appointmentTypeId,
      @Nullable LocationId locationId,
      TimeRange range) {
    this(doctorId, appointmentTypeId, locationId, range, null, null, false, null);
  }

  /** As it stood then. */
  FindOpenSlots at(Instant time) {
    return new FindOpenSlots(
        doctorId, appointmentTypeId, locationId, range, time, without, byPatient, null);
  }
}
