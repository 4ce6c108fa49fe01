package medic.events.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the practice decided that a visit takes place although its time is taken; {@code
 * remark} is why. Events stored before it was sealed have the same in {@code reason}, as plain
 * text, and no others do.
 */
@Revision("1")
public record HitVisitKept(
    DoctorId doctorId,
    AppointmentId appointmentId,
    @Nullable String reason,
    @JsonInclude(Include.NON_NULL) @Nullable Personal<Remark> remark)
    implements DoctorScheduleEvent {}
