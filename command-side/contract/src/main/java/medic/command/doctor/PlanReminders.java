package medic.command.doctor;

import java.util.List;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says how many hours before its start a kind of visit is reminded of; never, with none.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record PlanReminders(
    @TargetAggregateIdentifier DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    List<Integer> hoursBefore,
    @Nullable String expected) {

  public PlanReminders(
      DoctorId doctorId, AppointmentTypeId appointmentTypeId, List<Integer> hoursBefore) {
    this(doctorId, appointmentTypeId, hoursBefore, null);
  }
}
