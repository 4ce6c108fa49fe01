package medic.command.access;

/**
 * Puts on record that the sender was refused something.
 *
 * @param status of HTTP
 */
public record RecordAccessRefused(ResourceDetails resource, int status) {}
