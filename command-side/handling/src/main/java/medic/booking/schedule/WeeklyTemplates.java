package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import medic.booking.deciding.AsItWasRead;
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
import medic.events.doctor.ScheduleVersions;
import medic.events.doctor.TemplateBreak;
import medic.events.id.TemplateId;

/** A doctor's recurring weekly cadence. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class WeeklyTemplates {

  private Map<TemplateId, ScheduleTemplateDefined> templates = new LinkedHashMap<>();
  private Map<TemplateId, ScheduleTemplateDefined> removed = new LinkedHashMap<>();

  List<ScheduleTemplateDefined> decide(AddScheduleTemplate command, Premises premises) {
    TemplateId id = command.templateId();
    ScheduleTemplateDefined wanted =
        new ScheduleTemplateDefined(command.doctorId(), id, templateOf(command.details()));
    List<ScheduleTemplateDefined> events =
        IdempotentCreation.of(wanted, templates.getOrDefault(id, removed.get(id)), "templateId");
    if (!events.isEmpty()) {
      verify(wanted.template(), premises);
    }
    return events;
  }

  List<ScheduleTemplateDefined> decide(ReviseScheduleTemplate command, Premises premises) {
    ScheduleTemplateDefined known = known(command.templateId());
    ScheduleTemplate template = templateOf(command.details());
    verify(template, premises);
    ScheduleTemplateDefined wanted =
        new ScheduleTemplateDefined(command.doctorId(), command.templateId(), template);
    if (wanted.equals(known)) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), ScheduleVersions.ofTemplate(known.template()));
    return List.of(wanted);
  }

  List<ScheduleTemplateRemoved> decide(RemoveScheduleTemplate command) {
    if (removed.containsKey(command.templateId())) {
      return List.of();
    }
    ScheduleTemplateDefined known = known(command.templateId());
    AsItWasRead.verify(command.expected(), ScheduleVersions.ofTemplate(known.template()));
    return List.of(new ScheduleTemplateRemoved(command.doctorId(), command.templateId()));
  }

  /** One to try changes on. */
  WeeklyTemplates copy() {
    WeeklyTemplates copy = new WeeklyTemplates();
    copy.templates.putAll(templates);
    copy.removed.putAll(removed);
    return copy;
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof ScheduleTemplateDefined defined) {
      templates.put(defined.templateId(), defined);
    } else if (event instanceof ScheduleTemplateRemoved gone) {
      removed.put(gone.templateId(), templates.remove(gone.templateId()));
    }
  }

  Collection<ScheduleTemplateDefined> all() {
    return templates.values();
  }

  private ScheduleTemplateDefined known(TemplateId id) {
    ScheduleTemplateDefined template = templates.get(id);
    if (template == null) {
      throw Refusal.unknown("schedule template");
    }
    return template;
  }

  private static void verify(ScheduleTemplate template, Premises premises) {
    premises.mustKnow(template.locationId(), "locationId");
    premises.mustOffer(template.roomId(), template.locationId(), "roomId");
    if (template.workStart().equals(template.workEnd())) {
      throw new Refusal(RefusalCode.INVALID_RANGE, "Work must end after it starts.", "workEnd");
    }
    BreaksFitHours.verify(template);
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
