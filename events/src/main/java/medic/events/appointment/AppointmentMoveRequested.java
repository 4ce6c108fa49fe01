package medic.events.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.ZoneId;
import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A patient asks for a confirmed visit to be moved to [startsAt, endsAt), which is kept until that
 * is answered; the visit stays where it is, at {@code currentStartsAt}. Takes the place of an
 * earlier request.
 */
@Revision("1")
public record AppointmentMoveRequested(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    AppointmentTypeId appointmentTypeId,
    LocationId locationId,
    @Nullable RoomId roomId,
    Instant startsAt,
    Instant endsAt,
    Instant currentStartsAt,
    ZoneId doctorTimezone,
    @JsonInclude(Include.NON_NULL) @Nullable Personal<Remark> reason)
    implements AppointmentEvent {

  @Override
  public AppointmentStatus statusAfter() {
    return AppointmentStatus.CONFIRMED;
  }
}
