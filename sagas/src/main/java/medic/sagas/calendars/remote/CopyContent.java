package medic.sagas.calendars.remote;

import java.time.Instant;
import java.util.UUID;

/**
 * What a visit's copy says.
 *
 * @param id chosen by us, so that the same copy is never there twice
 * @param revision of the visit; with its id it marks the entry as ours
 */
public record CopyContent(
    String id, String title, Instant startsAt, Instant endsAt, UUID appointmentId, long revision) {}
