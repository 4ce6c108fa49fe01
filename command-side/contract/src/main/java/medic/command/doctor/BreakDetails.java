package medic.command.doctor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import medic.contact.Paragraphs;
import org.jspecify.annotations.Nullable;

/** A pause on the wall clock of the template. */
public record BreakDetails(
    @NotNull LocalTime start,
    @NotNull LocalTime end,
    @Nullable @Size(max = 500) @Paragraphs String reason) {}
