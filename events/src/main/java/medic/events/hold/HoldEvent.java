package medic.events.hold;

import medic.events.id.DoctorId;
import medic.events.id.HoldId;

/** What happens to a hold. */
public sealed interface HoldEvent permits HoldEnded, HoldPlaced {

  HoldId holdId();

  DoctorId doctorId();
}
