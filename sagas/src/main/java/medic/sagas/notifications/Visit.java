package medic.sagas.notifications;

import java.time.Instant;
import java.time.ZoneId;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;

/**
 * A visit during [startsAt, endsAt) as messages speak of it; {@code revision} counts its events.
 */
public record Visit(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    AppointmentTypeId typeId,
    LocationId locationId,
    Instant startsAt,
    Instant endsAt,
    AppointmentStatus status,
    int revision,
    ZoneId patientZone) {

  boolean isLive() {
    return status == AppointmentStatus.PENDING || status == AppointmentStatus.CONFIRMED;
  }
}
