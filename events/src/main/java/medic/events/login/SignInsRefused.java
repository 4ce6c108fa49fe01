package medic.events.login;

import java.time.Instant;
import medic.events.ActorType;
import org.axonframework.serialization.Revision;

/**
 * Beside the first, which has an entry of its own, so many more wrong passwords were given since.
 */
@Revision("1")
public record SignInsRefused(ActorType loginType, String loginId, int count, Instant since)
    implements LoginEvent {}
