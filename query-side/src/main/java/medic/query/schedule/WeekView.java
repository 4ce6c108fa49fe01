package medic.query.schedule;

import java.util.List;
import medic.events.doctor.ScheduleVersions;
import medic.events.doctor.WeeklyTemplate;

/** All weekly hours at a place of work, or of a doctor, as they are saved as one. */
public record WeekView(List<ScheduleView.TemplateView> templates, String version) {

  static WeekView of(List<WeeklyTemplate> week) {
    return new WeekView(
        week.stream()
            .map(one -> ScheduleView.TemplateView.of(one.templateId(), one.template()))
            .toList(),
        ScheduleVersions.ofWeek(week));
  }
}
