package medic.events.login;

import medic.events.ActorType;
import org.axonframework.serialization.Revision;

/** A token was given back. */
@Revision("1")
public record SignedOut(ActorType loginType, String loginId) implements LoginEvent {}
