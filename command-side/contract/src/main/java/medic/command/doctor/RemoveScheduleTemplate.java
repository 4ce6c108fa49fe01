package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TemplateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Removes a weekly working window; visits booked stay.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record RemoveScheduleTemplate(
    @TargetAggregateIdentifier DoctorId doctorId,
    TemplateId templateId,
    @Nullable String expected) {

  public RemoveScheduleTemplate(DoctorId doctorId, TemplateId templateId) {
    this(doctorId, templateId, null);
  }
}
