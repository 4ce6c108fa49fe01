package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import org.axonframework.serialization.Revision;

/** A slot is no longer kept. */
@Revision("1")
public record HeldSlotReleased(DoctorId doctorId, HoldId holdId) implements DoctorScheduleEvent {}
