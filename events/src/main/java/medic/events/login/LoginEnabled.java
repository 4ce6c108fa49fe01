package medic.events.login;

import medic.events.ActorType;
import org.axonframework.serialization.Revision;

/** A login that was disabled is taken again. */
@Revision("1")
public record LoginEnabled(ActorType loginType, String loginId) implements LoginEvent {}
