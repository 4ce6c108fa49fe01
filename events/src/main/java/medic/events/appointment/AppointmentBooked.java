package medic.events.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import medic.events.Remark;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A visit during [startsAt, endsAt) is agreed, or asked for when its status is pending. Price in
 * minor units of an ISO 4217 currency. {@code overridden} names the rules that the practice set
 * aside; there are none where it is absent.
 */
@Revision("1")
public record AppointmentBooked(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    AppointmentTypeId appointmentTypeId,
    LocationId locationId,
    @Nullable RoomId roomId,
    Instant startsAt,
    Instant endsAt,
    AppointmentStatus status,
    ConsultationMode consultationMode,
    @Nullable Long priceCents,
    @Nullable String currency,
    BookingSource source,
    ZoneId patientTimezone,
    ZoneId doctorTimezone,
    @Nullable HoldId holdId,
    @Nullable Personal<Remark> reason,
    @JsonInclude(Include.NON_NULL) @Nullable List<OverriddenRule> overridden)
    implements AppointmentEvent {

  @Override
  public AppointmentStatus statusAfter() {
    return status;
  }
}
