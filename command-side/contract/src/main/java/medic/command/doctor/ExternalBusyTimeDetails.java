package medic.command.doctor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import medic.contact.Verbatim;
import medic.events.doctor.BusyStatus;

/** An entry [startsAt, endsAt) of a remote calendar. */
public record ExternalBusyTimeDetails(
    @NotBlank @Size(max = 1024) @Verbatim String externalId,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    @NotNull BusyStatus status) {}
