package medic.command.access;

import java.time.Instant;
import medic.events.ActorType;

/**
 * Puts on record how many more wrong passwords were given after one that has an entry.
 *
 * @param loginType what the login's owner is
 * @param loginId as the log names its owner
 */
public record RecordSignInsRefused(ActorType loginType, String loginId, int count, Instant since) {}
