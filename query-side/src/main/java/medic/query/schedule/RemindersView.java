package medic.query.schedule;

import java.util.List;
import medic.events.id.AppointmentTypeId;
import org.jspecify.annotations.Nullable;

/**
 * When visits of a kind are reminded of.
 *
 * @param hoursBefore before their start; absent where nothing was planned and the usual hours apply
 */
public record RemindersView(
    AppointmentTypeId appointmentTypeId, @Nullable List<Integer> hoursBefore, String version) {}
