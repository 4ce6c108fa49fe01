package medic.events.doctor;

import java.util.List;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/** Visits of a kind are reminded of so many hours before their start, in place of earlier ones. */
@Revision("1")
public record RemindersPlanned(
    DoctorId doctorId, AppointmentTypeId appointmentTypeId, List<Integer> hoursBefore)
    implements DoctorScheduleEvent {

  /** Where neither the patient nor the kind of visit says otherwise. */
  public static final List<Integer> USUAL_HOURS = List.of(72, 24);
}
