package medic.events.login;

import medic.events.ActorType;
import org.axonframework.serialization.Revision;

/** Somebody who was invited set a password: from now on they can sign in. */
@Revision("1")
public record LoginCreated(ActorType loginType, String loginId) implements LoginEvent {}
