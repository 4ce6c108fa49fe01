package medic.events.doctor;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A slot is taken by an appointment, new or moved here; [occupiedFrom, occupiedUntil) is the visit
 * with its buffers.
 */
@Revision("1")
public record SlotBooked(
    DoctorId doctorId,
    AppointmentId appointmentId,
    PatientId patientId,
    AppointmentTypeId appointmentTypeId,
    LocationId locationId,
    @Nullable RoomId roomId,
    Instant startsAt,
    Instant endsAt,
    Instant occupiedFrom,
    Instant occupiedUntil)
    implements DoctorScheduleEvent {}
