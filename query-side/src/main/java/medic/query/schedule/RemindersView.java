package medic.query.schedule;

import java.util.List;
import medic.events.doctor.RemindersPlanned;
import medic.events.doctor.ScheduleVersions;
import medic.events.id.AppointmentTypeId;
import org.jspecify.annotations.Nullable;

/**
 * When visits of a kind are reminded of.
 *
 * @param hoursBefore before their start
 * @param usual whether nothing was planned, so that they are the usual ones
 */
public record RemindersView(
    AppointmentTypeId appointmentTypeId, List<Integer> hoursBefore, boolean usual, String version) {

  static RemindersView of(AppointmentTypeId type, @Nullable List<Integer> planned) {
    return new RemindersView(
        type,
        planned == null ? RemindersPlanned.USUAL_HOURS : planned,
        planned == null,
        ScheduleVersions.ofReminders(planned));
  }
}
