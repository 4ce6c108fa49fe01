package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TemplateId;
import org.axonframework.serialization.Revision;

/** A weekly template no longer applies. */
@Revision("1")
public record ScheduleTemplateRemoved(DoctorId doctorId, TemplateId templateId)
    implements DoctorScheduleEvent {}
