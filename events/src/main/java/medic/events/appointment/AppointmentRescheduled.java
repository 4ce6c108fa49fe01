package medic.events.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A visit is moved to [startsAt, endsAt); {@code rescheduleCount} says how often by its patient by
 * now, {@code status} where it stands after, {@code overridden} which rules the practice set aside,
 * {@code patientTimezone} the zone that the patient reads times in from now on, where that changes.
 */
@Revision("1")
public record AppointmentRescheduled(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    LocationId locationId,
    @Nullable RoomId roomId,
    Instant startsAt,
    Instant endsAt,
    Instant previousStartsAt,
    Instant previousEndsAt,
    AppointmentStatus status,
    ZoneId doctorTimezone,
    int rescheduleCount,
    @Nullable Personal<Remark> reason,
    @JsonInclude(Include.NON_NULL) @Nullable List<OverriddenRule> overridden,
    @JsonInclude(Include.NON_NULL) @Nullable ZoneId patientTimezone)
    implements AppointmentEvent {

  @Override
  public AppointmentStatus statusAfter() {
    return status;
  }
}
