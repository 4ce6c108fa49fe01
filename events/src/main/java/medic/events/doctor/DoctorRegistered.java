package medic.events.doctor;

import java.time.ZoneId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/** A doctor practises here from now on. */
@Revision("1")
public record DoctorRegistered(
    DoctorId doctorId, String fullName, String specialty, String email, ZoneId timezone)
    implements DoctorScheduleEvent {}
