package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TemplateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts a new form in place of a weekly working window. */
public record ReviseScheduleTemplate(
    @TargetAggregateIdentifier DoctorId doctorId, TemplateId templateId, TemplateDetails details) {}
