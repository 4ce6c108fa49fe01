package medic.events.login;

import medic.events.ActorType;
import org.axonframework.serialization.Revision;

/** A login, and every token of it, is no longer taken. */
@Revision("1")
public record LoginDisabled(ActorType loginType, String loginId) implements LoginEvent {}
