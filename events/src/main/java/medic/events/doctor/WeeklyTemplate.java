package medic.events.doctor;

import medic.events.id.TemplateId;

/** Weekly hours and the id that they are known by. */
public record WeeklyTemplate(TemplateId templateId, ScheduleTemplate template) {}
