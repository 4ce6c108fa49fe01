package medic.http;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import medic.events.id.InvitationId;
import org.jspecify.annotations.Nullable;

/**
 * Gives people the means to set their own password: a link that works once and ends by itself, sent
 * to them and to nobody else.
 */
public interface Invitations {

  /**
   * Who is invited.
   *
   * @param role a doctor or a patient
   * @param username what they are offered as a name to sign in by; they may take another
   */
  record Guest(Role role, UUID person, @Nullable String username) {}

  /**
   * An invitation that was made.
   *
   * @param link only where an admin asked to be shown it
   */
  record Invited(InvitationId invitationId, Instant expiresAt, @Nullable URI link) {
    @Override
    public String toString() {
      return "Invited[" + invitationId + "]";
    }
  }

  /**
   * Invites somebody; an earlier link that was not used ends.
   *
   * @param by the engine itself where there is nobody
   * @param showLink whether the link is to be told the inviter, an admin, as no message reaches the
   *     invited; on record
   * @throws ApiException 409 {@code LOGIN_EXISTS}, or {@code LINK_IS_SENT} where a message can
   *     reach them; 429 when invited too often
   */
  Invited invite(Guest guest, @Nullable Caller by, boolean showLink);

  /** Invites somebody who has neither a login nor an invitation that still works. */
  Optional<Invited> inviteOnce(Guest guest, @Nullable Caller by);
}
