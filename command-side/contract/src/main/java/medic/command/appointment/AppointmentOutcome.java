package medic.command.appointment;

import java.time.Instant;
import java.time.ZoneId;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.BookingSource;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * Where an appointment stands after a command.
 *
 * @param requestedMove the move that its patient asks for, where one is to be answered
 */
public record AppointmentOutcome(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    AppointmentTypeId appointmentTypeId,
    AppointmentStatus status,
    Instant startsAt,
    Instant endsAt,
    LocationId locationId,
    @Nullable RoomId roomId,
    ConsultationMode consultationMode,
    @Nullable Long priceCents,
    @Nullable String currency,
    BookingSource source,
    ZoneId patientTimezone,
    ZoneId doctorTimezone,
    int rescheduleCount,
    @Nullable RequestedMove requestedMove) {}
