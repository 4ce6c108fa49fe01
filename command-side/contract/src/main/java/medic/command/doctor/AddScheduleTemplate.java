package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TemplateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Adds a weekly working window. */
public record AddScheduleTemplate(
    @TargetAggregateIdentifier DoctorId doctorId, TemplateId templateId, TemplateDetails details) {}
