package medic.booking.http;

import jakarta.validation.constraints.NotNull;
import medic.events.id.DoctorId;

/** With whom a room is shared. */
record RoomGuest(@NotNull DoctorId doctorId) {}
