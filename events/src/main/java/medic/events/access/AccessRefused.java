package medic.events.access;

import org.axonframework.serialization.Revision;

/**
 * A known caller asked for what they may not do or see, or for what does not exist: they were not
 * told which.
 *
 * @param status of HTTP
 */
@Revision("1")
public record AccessRefused(AccessedResource resource, int status) implements AccessEvent {}
