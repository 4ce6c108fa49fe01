package medic.events.login;

import medic.events.ActorType;
import medic.events.id.InvitationId;
import org.axonframework.serialization.Revision;

/** Somebody was invited to set a password: a one-time link is sent to them. */
@Revision("1")
public record LoginInvited(InvitationId invitationId, ActorType loginType, String loginId)
    implements LoginEvent {}
