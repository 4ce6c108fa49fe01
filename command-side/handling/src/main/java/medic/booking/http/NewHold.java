package medic.booking.http;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;

/** The body of a hold. */
record NewHold(
    @Nullable HoldId holdId,
    @NotNull DoctorId doctorId,
    @NotNull AppointmentTypeId appointmentTypeId,
    @NotNull Instant startsAt,
    @Nullable LocationId locationId) {}
