package medic.command.doctor;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import medic.contact.Paragraphs;
import medic.events.doctor.ExceptionStatus;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time [startsAt, endsAt) to block or to open. The older names {@code startAt} and
 * {@code endAt} are taken, too.
 */
@JsonIgnoreProperties({"version"})
public record ExceptionDetails(
    @Nullable ExceptionId exceptionId,
    @NotNull @JsonAlias("startAt") Instant startsAt,
    @NotNull @JsonAlias("endAt") Instant endsAt,
    @NotNull ExceptionStatus status,
    @Nullable AppointmentTypeId appointmentTypeId,
    @Nullable LocationId locationId,
    @Nullable @Size(max = 500) @Paragraphs String reason) {}
