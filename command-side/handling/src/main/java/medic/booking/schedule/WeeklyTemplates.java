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
import medic.command.doctor.SetWeeklyHours;
import medic.command.doctor.TemplateDetails;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.ScheduleVersions;
import medic.events.doctor.TemplateBreak;
import medic.events.doctor.WeeklyHoursSet;
import medic.events.doctor.WeeklyTemplate;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.TemplateId;
import org.jspecify.annotations.Nullable;

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

  List<WeeklyHoursSet> decide(SetWeeklyHours command, Premises premises) {
    premises.mustBeOneOf(command.locationId());
    List<WeeklyTemplate> known = week(command.locationId());
    mustBeOfThisPlace(command);
    List<WeeklyTemplate> wanted = new Week(known).of(command);
    for (int i = 0; i < wanted.size(); i++) {
      verify(i, wanted.get(i).template(), command.locationId(), premises);
    }
    String before = ScheduleVersions.ofWeek(known);
    if (ScheduleVersions.ofWeek(wanted).equals(before)) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), before);
    return List.of(new WeeklyHoursSet(command.doctorId(), command.locationId(), wanted));
  }

  /** Hours of another place are changed there, against the version of that place's week. */
  private void mustBeOfThisPlace(SetWeeklyHours command) {
    for (int i = 0; i < command.hours().size(); i++) {
      ScheduleTemplateDefined known = templates.get(command.hours().get(i).templateId());
      if (known != null && !isAt(command.locationId(), known)) {
        throw new Refusal(
            RefusalCode.ID_ALREADY_USED,
            "Hours at another place have this id.",
            "templates[" + i + "].templateId");
      }
    }
  }

  private static boolean isAt(@Nullable LocationId place, ScheduleTemplateDefined one) {
    return place == null || one.template().locationId().equals(place);
  }

  /** Says of which of the hours it speaks. */
  private static void verify(
      int index, ScheduleTemplate template, @Nullable LocationId at, Premises premises) {
    try {
      verify(template, premises);
      if (at != null && !at.equals(template.locationId())) {
        throw new Refusal(
            RefusalCode.LOCATION_UNSUITABLE, "These hours are at another place.", "locationId");
      }
    } catch (Refusal refusal) {
      throw new Refusal(
          refusal.code(),
          refusal.details().detail(),
          "templates[" + index + "]." + refusal.details().field());
    }
  }

  /** All hours at a place, or wherever they are. */
  private List<WeeklyTemplate> week(@Nullable LocationId at) {
    return templates.values().stream()
        .filter(one -> isAt(at, one))
        .map(one -> new WeeklyTemplate(one.templateId(), one.template()))
        .toList();
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
    } else if (event instanceof WeeklyHoursSet set) {
      week(set.locationId())
          .forEach(one -> removed.put(one.templateId(), templates.remove(one.templateId())));
      set.templates().forEach(one -> put(set.doctorId(), one));
    }
  }

  private void put(DoctorId doctor, WeeklyTemplate one) {
    removed.remove(one.templateId());
    templates.put(
        one.templateId(), new ScheduleTemplateDefined(doctor, one.templateId(), one.template()));
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

  static ScheduleTemplate templateOf(TemplateDetails d) {
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
