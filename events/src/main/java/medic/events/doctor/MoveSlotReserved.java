package medic.events.doctor;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A slot is kept for a visit whose patient asks to move it there, beside the one that it has and in
 * place of one they asked for before; [occupiedFrom, occupiedUntil) is the visit with its buffers.
 */
@Revision("1")
public record MoveSlotReserved(
    DoctorId doctorId,
    AppointmentId appointmentId,
    AppointmentTypeId appointmentTypeId,
    LocationId locationId,
    @Nullable RoomId roomId,
    Instant startsAt,
    Instant endsAt,
    Instant occupiedFrom,
    Instant occupiedUntil)
    implements DoctorScheduleEvent {}
