package medic.events.doctor;

import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Somebody of the practice decided that a visit takes place although its time is taken. */
@Revision("1")
public record HitVisitKept(DoctorId doctorId, AppointmentId appointmentId, @Nullable String reason)
    implements DoctorScheduleEvent {}
