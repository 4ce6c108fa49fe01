package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TemplateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Removes a weekly working window; visits booked stay. */
public record RemoveScheduleTemplate(
    @TargetAggregateIdentifier DoctorId doctorId, TemplateId templateId) {}
