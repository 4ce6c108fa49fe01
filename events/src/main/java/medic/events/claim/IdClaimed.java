package medic.events.claim;

import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/**
 * From now on an id stands for this doctor, or for one thing of theirs: the first event of its
 * stream, and the only one.
 */
@Revision("1")
public record IdClaimed(ClaimedId claimedId, ClaimedFor claimedFor, DoctorId doctorId)
    implements ClaimEvent {}
