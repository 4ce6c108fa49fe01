package medic.events.doctor;

import java.util.List;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/**
 * Time was taken that visits are booked in; they stay booked until somebody decides.
 *
 * @param cause the time off, block, opening, weekly hours, kind of visit or calendar that did it
 */
@Revision("1")
public record VisitsHit(DoctorId doctorId, HitKind kind, String cause, List<HitVisit> visits)
    implements DoctorScheduleEvent {}
