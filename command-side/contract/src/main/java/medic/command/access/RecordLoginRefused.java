package medic.command.access;

import medic.events.ActorType;

/**
 * Puts on record that somebody gave a wrong password.
 *
 * @param loginType whose login it is, as the log names actors
 */
public record RecordLoginRefused(ActorType loginType, String loginId) {}
