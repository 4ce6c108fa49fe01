package medic.command.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import org.jspecify.annotations.Nullable;

/**
 * A weekly working window on the wall clock of its location; {@code workEnd} before {@code
 * workStart} means that it ends the next day.
 */
@JsonIgnoreProperties({"version"})
public record TemplateDetails(
    @Nullable TemplateId templateId,
    @NotNull LocationId locationId,
    @Nullable RoomId roomId,
    @NotNull DayOfWeek dayOfWeek,
    @NotNull @Min(1) @Max(1440) Integer slotDurationMinutes,
    @NotNull LocalTime workStart,
    @NotNull LocalTime workEnd,
    @Nullable @Min(0) @Max(1440) Integer bufferBeforeMinutes,
    @Nullable @Min(0) @Max(1440) Integer bufferAfterMinutes,
    @Nullable @Min(1) @Max(1000) Integer maxParallelSessions,
    @Nullable @Min(-1000) @Max(1000) Integer priority,
    @Nullable @Size(max = 50) List<@Valid @NotNull BreakDetails> breaks) {}
