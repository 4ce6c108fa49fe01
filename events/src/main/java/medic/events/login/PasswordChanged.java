package medic.events.login;

import medic.events.ActorType;
import org.axonframework.serialization.Revision;

/** A password was replaced, by its owner or by a one-time link; every earlier token ended. */
@Revision("1")
public record PasswordChanged(ActorType loginType, String loginId) implements LoginEvent {}
