package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TemplateId;
import org.axonframework.serialization.Revision;

/** A weekly template applies, new or in place of its earlier form. */
@Revision("1")
public record ScheduleTemplateDefined(
    DoctorId doctorId, TemplateId templateId, ScheduleTemplate template)
    implements DoctorScheduleEvent {}
