package medic.command.access;

import java.time.Instant;

/**
 * Puts on record how often the sender was refused the same after a first time.
 *
 * @param status of HTTP
 * @param times how often after the first time
 * @param since when the first time was
 */
public record RecordAccessRefusedAgain(
    ResourceDetails resource, int status, int times, Instant since) {}
