package medic.sagas.messages.outbox;

import java.time.Instant;
import java.time.ZoneId;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A visit during [startsAt, endsAt) as messages speak of it; {@code revision} is the number of the
 * last event that changed its course.
 *
 * @param mode unknown of one that was noted by an early version
 * @param priceCents in minor units
 * @param joinLink where this visit alone is joined, sealed under the patient's key
 */
public record NotifiedAppointment(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    AppointmentTypeId typeId,
    LocationId locationId,
    Instant startsAt,
    Instant endsAt,
    AppointmentStatus status,
    int revision,
    ZoneId patientZone,
    @Nullable ConsultationMode mode,
    @Nullable Long priceCents,
    @Nullable String currency,
    @Nullable String joinLink) {

  /** The same, told of by its event of that number. */
  public NotifiedAppointment asOf(int event) {
    return new NotifiedAppointment(
        appointmentId,
        doctorId,
        patientId,
        typeId,
        locationId,
        startsAt,
        endsAt,
        status,
        event,
        patientZone,
        mode,
        priceCents,
        currency,
        joinLink);
  }

  public boolean isLive() {
    return status == AppointmentStatus.PENDING || status == AppointmentStatus.CONFIRMED;
  }
}
