package medic.events.doctor;

import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/** A doctor who had left practises here again. */
@Revision("1")
public record DoctorReturned(DoctorId doctorId) implements DoctorScheduleEvent {}
