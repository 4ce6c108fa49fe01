package medic.events.doctor;

import java.time.ZoneId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Who a doctor is reads so from now on. */
@Revision("1")
public record DoctorProfileRevised(
    DoctorId doctorId,
    String fullName,
    String specialty,
    String email,
    @Nullable String phone,
    ZoneId timezone)
    implements DoctorScheduleEvent {}
