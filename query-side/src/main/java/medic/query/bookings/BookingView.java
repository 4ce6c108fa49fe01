package medic.query.bookings;

import java.time.Instant;
import java.time.ZoneId;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.query.appointments.RequestedMoveView;
import org.jspecify.annotations.Nullable;

/** A patient's visit during [startsAt, endsAt), with what there is to show of it. */
public record BookingView(
    AppointmentId appointmentId,
    AppointmentStatus status,
    Instant startsAt,
    Instant endsAt,
    ZoneId patientTimezone,
    DoctorId doctorId,
    @Nullable String doctorName,
    AppointmentTypeId appointmentTypeId,
    @Nullable String appointmentTypeName,
    LocationId locationId,
    @Nullable String locationName,
    @Nullable String locationCity,
    @Nullable String locationTimezone,
    @Nullable RoomId roomId,
    @Nullable String roomName,
    ConsultationMode consultationMode,
    @Nullable Long priceCents,
    @Nullable String currency,
    int rescheduleCount,
    @Nullable RequestedMoveView requestedMove) {}
