package medic.sagas.calendars.remote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what is new since {@code cursor}; without one for everything within [from, to). {@code
 * page} goes on with a listing under way.
 */
public record ReadRequest(
    @Nullable String cursor,
    @Nullable String page,
    Instant from,
    Instant to,
    CalendarOwner owner) {}
