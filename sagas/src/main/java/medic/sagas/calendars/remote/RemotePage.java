package medic.sagas.calendars.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing: of all entries when {@code complete}, else of what is new since a cursor.
 * The last page has no {@code nextPage}, and the cursor to go on from where there is one.
 */
public record RemotePage(
    boolean complete,
    List<RemoteEvent> events,
    @Nullable String nextPage,
    @Nullable String nextCursor) {}
