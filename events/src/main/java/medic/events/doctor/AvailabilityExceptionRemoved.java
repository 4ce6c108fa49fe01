package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import org.axonframework.serialization.Revision;

/** An exception no longer applies. */
@Revision("1")
public record AvailabilityExceptionRemoved(DoctorId doctorId, ExceptionId exceptionId)
    implements DoctorScheduleEvent {}
