package medic.query.appointments;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import medic.events.ActorType;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.BookingSource;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.http.ShowsPatients;
import org.jspecify.annotations.Nullable;

/**
 * An appointment during [startsAt, endsAt). Prices are in minor units. {@code reason} is why it was
 * booked, {@code statusReason} why it stands as it does; with {@code erased} the patient's name and
 * words can no longer be read by anybody. {@code joinLink} is where this video visit is joined, if
 * not where all of its type are.
 */
public record AppointmentView(
    AppointmentId appointmentId,
    AppointmentStatus status,
    Instant startsAt,
    Instant endsAt,
    DoctorId doctorId,
    @Nullable String doctorName,
    PatientId patientId,
    @Nullable String patientName,
    AppointmentTypeId appointmentTypeId,
    @Nullable String appointmentTypeName,
    LocationId locationId,
    @Nullable String locationName,
    @Nullable RoomId roomId,
    @Nullable String roomName,
    ConsultationMode consultationMode,
    @Nullable Long priceCents,
    @Nullable String currency,
    BookingSource source,
    ZoneId patientTimezone,
    ZoneId doctorTimezone,
    @Nullable String reason,
    @Nullable String statusReason,
    int rescheduleCount,
    @Nullable ActorType cancelledBy,
    Instant bookedAt,
    Instant changedAt,
    boolean erased,
    @Nullable RequestedMoveView requestedMove,
    @Nullable String joinLink)
    implements ShowsPatients {

  @Override
  public Set<PatientId> patientsShown() {
    return Set.of(patientId);
  }
}
