package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TemplateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new form in place of a weekly working window.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReviseScheduleTemplate(
    @TargetAggregateIdentifier DoctorId doctorId,
    TemplateId templateId,
    TemplateDetails details,
    @Nullable String expected) {

  public ReviseScheduleTemplate(DoctorId doctorId, TemplateId templateId, TemplateDetails details) {
    this(doctorId, templateId, details, null);
  }
}
