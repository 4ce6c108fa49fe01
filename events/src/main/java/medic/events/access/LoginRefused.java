package medic.events.access;

import medic.events.ActorType;
import org.axonframework.serialization.Revision;

/**
 * Somebody, nobody knows who, gave the name of a login and not its password.
 *
 * @param loginType whose login it is, as the log names actors
 */
@Revision("1")
public record LoginRefused(ActorType loginType, String loginId) implements AccessEvent {}
