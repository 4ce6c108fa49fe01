package medic.events.login;

import medic.events.ActorType;
import medic.events.id.InvitationId;
import org.axonframework.serialization.Revision;

/** A one-time link for a new password was asked for: it is sent to the login's owner. */
@Revision("1")
public record PasswordResetRequested(InvitationId invitationId, ActorType loginType, String loginId)
    implements LoginEvent {}
