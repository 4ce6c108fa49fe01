package medic.sagas.messages.outbox;

import java.net.URI;
import java.util.Optional;
import medic.events.id.InvitationId;

/**
 * Makes the link that a letter carries, at the moment it is handed over: nothing that is queued or
 * kept holds one.
 */
public interface OneTimeLinks {

  /** A link for an invitation; empty when that is used, over or taken back. */
  Optional<URI> issue(InvitationId invitation);
}
