package medic.events.claim;

import medic.events.id.ClaimedId;

/** What an id stands for. */
public sealed interface ClaimEvent permits IdClaimed {

  ClaimedId claimedId();
}
