package medic.events.doctor;

import java.time.Instant;
import java.util.List;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/**
 * A visit during [startsAt, endsAt) was given to a doctor whose time was taken then, because
 * somebody of the practice asked for it by name.
 *
 * @param beside the visits that take some of the same time, buffers included
 * @param busyElsewhere whether an entry of the doctor's own calendar does
 */
@Revision("1")
public record DoctorOverbooked(
    DoctorId doctorId,
    AppointmentId appointmentId,
    Instant startsAt,
    Instant endsAt,
    List<AppointmentId> beside,
    boolean busyElsewhere)
    implements DoctorScheduleEvent {}
