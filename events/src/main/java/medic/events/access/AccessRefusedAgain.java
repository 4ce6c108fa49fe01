package medic.events.access;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * After a first time, which is on record by itself, a known caller was refused the same again and
 * again.
 *
 * @param resource ids are absent where it was many things of one kind
 * @param status of HTTP
 * @param times how often after the first time
 * @param since when the first time was
 */
@Revision("1")
public record AccessRefusedAgain(AccessedResource resource, int status, int times, Instant since)
    implements AccessEvent {}
