package medic.command.access;

import medic.events.ActorType;
import medic.events.id.InvitationId;
import medic.events.login.LoginDeed;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record what happened to a login.
 *
 * @param invitationId of a deed by which a one-time link was made or shown, and of no other
 * @param loginType what the login's owner is
 * @param loginId as the log names its owner
 */
public record RecordLoginDeed(
    LoginDeed deed, @Nullable InvitationId invitationId, ActorType loginType, String loginId) {}
