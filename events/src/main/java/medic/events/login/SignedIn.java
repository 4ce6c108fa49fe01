package medic.events.login;

import medic.events.ActorType;
import org.axonframework.serialization.Revision;

/** Somebody signed in with their password. */
@Revision("1")
public record SignedIn(ActorType loginType, String loginId) implements LoginEvent {}
