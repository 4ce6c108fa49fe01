package medic.booking.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.contact.Verbatim;
import medic.events.id.ConnectionId;
import org.jspecify.annotations.Nullable;

/** The body that tells what a remote calendar holds. */
record BusyTimesBody(
    @NotNull ConnectionId connectionId,
    @NotBlank @Size(max = 100) String source,
    @NotNull @Size(max = 5000) List<@Valid @NotNull ExternalBusyTimeDetails> seen,
    @Nullable @Size(max = 5000) @Verbatim List<@NotBlank String> goneExternalIds,
    @Nullable Boolean complete) {}
