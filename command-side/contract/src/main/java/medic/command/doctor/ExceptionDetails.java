package medic.command.doctor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import medic.contact.Paragraphs;
import medic.events.doctor.ExceptionStatus;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;

/** A stretch of time [startAt, endAt) to block or to open. */
public record ExceptionDetails(
    @Nullable ExceptionId exceptionId,
    @NotNull Instant startAt,
    @NotNull Instant endAt,
    @NotNull ExceptionStatus status,
    @Nullable AppointmentTypeId appointmentTypeId,
    @Nullable LocationId locationId,
    @Nullable @Size(max = 500) @Paragraphs String reason) {}
