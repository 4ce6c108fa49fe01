package medic.events.doctor;

import java.util.List;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/** What took the time of these visits is taken back, and nothing else takes it. */
@Revision("1")
public record VisitsRelieved(DoctorId doctorId, List<AppointmentId> appointmentIds)
    implements DoctorScheduleEvent {}
