package medic.command.doctor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import medic.contact.Paragraphs;
import medic.events.id.TimeOffId;
import org.jspecify.annotations.Nullable;

/** Time off [startAt, endAt). */
public record TimeOffDetails(
    @Nullable TimeOffId timeOffId,
    @NotNull Instant startAt,
    @NotNull Instant endAt,
    @Nullable @Size(max = 500) @Paragraphs String reason) {}
