package medic.events.doctor;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A weekly working window on the location's wall clock; {@code workEnd} not after {@code workStart}
 * means that it ends the next day.
 */
public record ScheduleTemplate(
    LocationId locationId,
    @Nullable RoomId roomId,
    DayOfWeek dayOfWeek,
    int slotDurationMinutes,
    LocalTime workStart,
    LocalTime workEnd,
    int bufferBeforeMinutes,
    int bufferAfterMinutes,
    int maxParallelSessions,
    int priority,
    List<TemplateBreak> breaks) {}
