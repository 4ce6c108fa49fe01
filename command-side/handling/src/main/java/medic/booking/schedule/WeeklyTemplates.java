package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.RemoveScheduleTemplate;
import medic.command.doctor.ReviseScheduleTemplate;
import medic.command.doctor.TemplateDetails;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.TemplateBreak;
import medic.events.id.TemplateId;

/** A doctor's recurring weekly cadence. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class WeeklyTemplates {

  private Map<TemplateId, ScheduleTemplateDefined> templates = new LinkedHashMap<>();
  private Set<TemplateId> removed = new HashSet<>();

  List<ScheduleTemplateDefined> decide(AddScheduleTemplate command, Premises premises) {
    if (removed.contains(command.templateId())) {
      return List.of();
    }
    ScheduleTemplate template = verified(command.details(), premises);
    return Creation.of(
        new ScheduleTemplateDefined(command.doctorId(), command.templateId(), template),
        templates.get(command.templateId()),
        "templateId");
  }

  List<ScheduleTemplateDefined> decide(ReviseScheduleTemplate command, Premises premises) {
    mustKnow(command.templateId());
    ScheduleTemplateDefined wanted =
        new ScheduleTemplateDefined(
            command.doctorId(), command.templateId(), verified(command.details(), premises));
    return wanted.equals(templates.get(command.templateId())) ? List.of() : List.of(wanted);
  }

  List<ScheduleTemplateRemoved> decide(RemoveScheduleTemplate command) {
    if (removed.contains(command.templateId())) {
      return List.of();
    }
    mustKnow(command.templateId());
    return List.of(new ScheduleTemplateRemoved(command.doctorId(), command.templateId()));
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof ScheduleTemplateDefined defined) {
      templates.put(defined.templateId(), defined);
    } else if (event instanceof ScheduleTemplateRemoved gone) {
      templates.remove(gone.templateId());
      removed.add(gone.templateId());
    }
  }

  Collection<ScheduleTemplateDefined> all() {
    return templates.values();
  }

  private void mustKnow(TemplateId id) {
    if (!templates.containsKey(id)) {
      throw Refusal.unknown("schedule template");
    }
  }

  private static ScheduleTemplate verified(TemplateDetails d, Premises premises) {
    premises.mustKnow(d.locationId(), "locationId");
    premises.mustOffer(d.roomId(), d.locationId(), "roomId");
    if (d.workStart().equals(d.workEnd())) {
      throw new Refusal(RefusalCode.INVALID_RANGE, "Work must end after it starts.", "workEnd");
    }
    ScheduleTemplate template = templateOf(d);
    BreaksFitHours.verify(template);
    return template;
  }

  private static ScheduleTemplate templateOf(TemplateDetails d) {
    List<TemplateBreak> breaks =
        d.breaks() == null
            ? List.of()
            : d.breaks().stream()
                .map(b -> new TemplateBreak(b.start(), b.end(), b.reason()))
                .toList();
    return new ScheduleTemplate(
        d.locationId(),
        d.roomId(),
        d.dayOfWeek(),
        d.slotDurationMinutes(),
        d.workStart(),
        d.workEnd(),
        Given.or(d.bufferBeforeMinutes(), 0),
        Given.or(d.bufferAfterMinutes(), 0),
        Given.or(d.maxParallelSessions(), 1),
        Given.or(d.priority(), 0),
        breaks);
  }
}
