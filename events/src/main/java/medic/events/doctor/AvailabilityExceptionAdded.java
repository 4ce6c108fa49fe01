package medic.events.doctor;

import java.time.Instant;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A stretch of time [startsAt, endsAt) is blocked or opened, for all or one type and location. */
@Revision("1")
public record AvailabilityExceptionAdded(
    DoctorId doctorId,
    ExceptionId exceptionId,
    Instant startsAt,
    Instant endsAt,
    ExceptionStatus status,
    @Nullable AppointmentTypeId appointmentTypeId,
    @Nullable LocationId locationId,
    @Nullable String reason)
    implements DoctorScheduleEvent {}
