package medic.sagas.calendars.remote;

import java.time.Instant;
import java.util.Optional;
import medic.events.doctor.BusyStatus;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a remote calendar. Of a cancelled one only the id is sure to be known, of all others
 * the time [startsAt, endsAt); an all-day one lasts civil dates in the calendar's zone.
 *
 * @param seriesId the series that it is an instance of
 * @param etag its version over there, where it has one
 */
public record RemoteEvent(
    String id,
    @Nullable String seriesId,
    boolean cancelled,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    boolean allDay,
    BusyStatus status,
    @Nullable String etag) {

  public static RemoteEvent cancelled(String id, @Nullable String etag) {
    return new RemoteEvent(id, null, true, null, null, false, BusyStatus.FREE, etag);
  }

  /** As much of it as takes time in [from, until), if any of it does. */
  public Optional<RemoteEvent> within(Instant from, Instant until) {
    if (cancelled || startsAt == null || endsAt == null) {
      return Optional.empty();
    }
    Instant starts = startsAt.isBefore(from) ? from : startsAt;
    Instant ends = endsAt.isAfter(until) ? until : endsAt;
    return starts.isBefore(ends)
        ? Optional.of(new RemoteEvent(id, seriesId, false, starts, ends, allDay, status, etag))
        : Optional.empty();
  }
}
