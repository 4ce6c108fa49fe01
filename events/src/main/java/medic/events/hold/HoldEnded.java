package medic.events.hold;

import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import org.axonframework.serialization.Revision;

/** A hold no longer keeps its slot. */
@Revision("1")
public record HoldEnded(HoldId holdId, DoctorId doctorId, HoldOutcome outcome)
    implements HoldEvent {}
