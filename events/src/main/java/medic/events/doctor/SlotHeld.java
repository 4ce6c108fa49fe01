package medic.events.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A slot is kept until {@code expiresAt}; [occupiedFrom, occupiedUntil) is the visit with its
 * buffers. {@code terms} are those of the kind of visit as they were then.
 */
@Revision("1")
public record SlotHeld(
    DoctorId doctorId,
    HoldId holdId,
    AppointmentTypeId appointmentTypeId,
    LocationId locationId,
    @Nullable RoomId roomId,
    Instant startsAt,
    Instant endsAt,
    Instant occupiedFrom,
    Instant occupiedUntil,
    Instant expiresAt,
    String heldBy,
    @JsonInclude(Include.NON_NULL) @Nullable AppointmentTerms terms)
    implements DoctorScheduleEvent {}
