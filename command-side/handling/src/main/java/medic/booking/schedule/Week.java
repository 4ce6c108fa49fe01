package medic.booking.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.SetWeeklyHours;
import medic.command.doctor.TemplateDetails;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.WeeklyTemplate;
import medic.events.id.TemplateId;

/** Tells which hours of a week that is set are those that there are: the same week twice is one. */
final class Week {

  private final List<WeeklyTemplate> unclaimed;

  Week(List<WeeklyTemplate> known) {
    this.unclaimed = new ArrayList<>(known);
  }

  List<WeeklyTemplate> of(SetWeeklyHours command) {
    mustNameEachOnce(command.hours());
    command.hours().stream()
        .map(TemplateDetails::templateId)
        .forEach(id -> unclaimed.removeIf(one -> one.templateId().equals(id)));
    List<WeeklyTemplate> week = new ArrayList<>();
    for (int i = 0; i < command.hours().size(); i++) {
      TemplateDetails details = command.hours().get(i);
      ScheduleTemplate template = WeeklyTemplates.templateOf(details);
      TemplateId id =
          details.templateId() != null
              ? details.templateId()
              : same(template).orElse(command.fresh().get(i));
      week.add(new WeeklyTemplate(id, template));
    }
    return week;
  }

  private Optional<TemplateId> same(ScheduleTemplate template) {
    Optional<WeeklyTemplate> same =
        unclaimed.stream().filter(one -> one.template().equals(template)).findFirst();
    same.ifPresent(unclaimed::remove);
    return same.map(WeeklyTemplate::templateId);
  }

  private static void mustNameEachOnce(List<TemplateDetails> hours) {
    Set<TemplateId> named = new HashSet<>();
    for (int i = 0; i < hours.size(); i++) {
      TemplateId id = hours.get(i).templateId();
      if (id != null && !named.add(id)) {
        throw new Refusal(
            RefusalCode.ID_ALREADY_USED,
            "Other hours of this week have this id.",
            "templates[" + i + "].templateId");
      }
    }
  }
}
