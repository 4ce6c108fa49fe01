package medic.sagas.calendars.connections;

import java.time.Instant;
import java.util.List;
import medic.events.calendar.CalendarProvider;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.sagas.calendars.remote.Skips;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is stored, without its secrets.
 *
 * @param asked how often a round was asked for so far
 * @param round the number of the round at work, which a later one makes invalid
 */
public record Connection(
    ConnectionId id,
    DoctorId doctorId,
    CalendarProvider provider,
    String calendar,
    ConnectionStatus status,
    List<String> scopes,
    boolean showPatientNames,
    @Nullable Instant expiresAt,
    Reading reading,
    @Nullable Instant lastSyncedAt,
    @Nullable Instant channelDueAt,
    long asked,
    long round,
    int failures,
    @Nullable String lastError,
    Troubles troubles) {

  /**
   * What goes wrong with reading.
   *
   * @param failingSince when the first of the last rounds failed, if they did
   * @param judged what was last put on record of it
   */
  public record Troubles(Skips skips, @Nullable Instant failingSince, String judged) {}

  /**
   * Where reading stands.
   *
   * @param generation the last complete listing that was begun, by the round that began it
   * @param complete whether the listing under way is of everything
   * @param doubted whether the last complete listing named nothing where there had been entries
   * @param windowUntil up to when the listing that gave the cursor looked
   */
  public record Reading(
      @Nullable String cursor,
      @Nullable String nextPage,
      long generation,
      boolean complete,
      boolean doubted,
      @Nullable Instant windowUntil) {}

  /** Whether visits are copied into it. */
  public boolean isWritable() {
    return provider == CalendarProvider.GOOGLE;
  }

  /** Whether it takes none of the doctor's time any more, and gets no new copies. */
  public boolean isLeft() {
    return status == ConnectionStatus.LEAVING
        || status == ConnectionStatus.ENDING
        || status == ConnectionStatus.DISCONNECTED;
  }
}
