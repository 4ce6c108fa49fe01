package medic.sagas.calendars.connections;

import java.time.Instant;
import java.util.List;
import medic.events.calendar.CalendarProvider;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the API shows it, without what gives access.
 *
 * @param expiresAt when the access token lapses, which is renewed by itself
 * @param syncCursor the provider's own mark of what was read so far
 * @param lastError why the last round failed, if it did
 * @param health whether what it says is known, and of which entries it is not
 */
public record ConnectionView(
    ConnectionId connectionId,
    DoctorId doctorId,
    CalendarProvider provider,
    String calendar,
    ConnectionStatus status,
    List<String> scopes,
    boolean showPatientNames,
    @Nullable Instant expiresAt,
    @Nullable String syncCursor,
    @Nullable Instant lastSyncedAt,
    @Nullable String lastError,
    ConnectionHealth health) {

  public static ConnectionView of(Connection c) {
    return new ConnectionView(
        c.id(),
        c.doctorId(),
        c.provider(),
        c.calendar(),
        c.status(),
        c.scopes(),
        c.showPatientNames(),
        c.expiresAt(),
        c.reading().cursor(),
        c.lastSyncedAt(),
        c.lastError(),
        ConnectionHealth.of(c));
  }
}
