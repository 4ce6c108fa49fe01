package medic.events.login;

import medic.events.ActorType;
import medic.events.id.InvitationId;
import org.axonframework.serialization.Revision;

/** An admin asked to be shown the one-time link of somebody whom no message reaches. */
@Revision("1")
public record LoginLinkShown(InvitationId invitationId, ActorType loginType, String loginId)
    implements LoginEvent {}
