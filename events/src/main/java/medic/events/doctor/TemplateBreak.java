package medic.events.doctor;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A pause within a template, on the same wall clock. */
public record TemplateBreak(LocalTime start, LocalTime end, @Nullable String reason) {}
