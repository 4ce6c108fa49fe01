package medic.events.doctor;

import java.time.Instant;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A block or an opening reads so from now on. */
@Revision("1")
public record AvailabilityExceptionRevised(
    DoctorId doctorId,
    ExceptionId exceptionId,
    Instant startsAt,
    Instant endsAt,
    ExceptionStatus status,
    @Nullable AppointmentTypeId appointmentTypeId,
    @Nullable LocationId locationId,
    @Nullable String reason)
    implements DoctorScheduleEvent {}
