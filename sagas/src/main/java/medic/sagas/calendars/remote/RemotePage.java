package medic.sagas.calendars.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing: of all entries when {@code complete}, else of what is new since a cursor.
 * The last page has no {@code nextPage}, and the cursor to go on from where there is one.
 *
 * @param unsure ids of entries and series whose time cannot be known: what was known earlier stays,
 *     and an event under such an id counts only where nothing was
 * @param skipped what could not be read of a complete page; null where that was not looked at
 */
public record RemotePage(
    boolean complete,
    List<RemoteEvent> events,
    List<String> unsure,
    @Nullable Skips skipped,
    @Nullable String nextPage,
    @Nullable String nextCursor) {

  /** A page of which everything could be read. */
  public RemotePage(
      boolean complete,
      List<RemoteEvent> events,
      @Nullable String nextPage,
      @Nullable String nextCursor) {
    this(complete, events, List.of(), null, nextPage, nextCursor);
  }
}
