package medic.query.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The making of one read model, as the database knows it.
 *
 * @param run changes with whoever works at it: nobody else may write for it
 * @param position the last position that was handled; -1 for none
 * @param head the last position there was when it was looked at last
 * @param lockedMillis how long readers waited at the switch at most; null before it
 * @param version of the projection that it was begun with; null before it begins
 * @param failure what it failed of, in one word; null unless it failed
 */
record Rebuild(
    String name,
    UUID run,
    RebuildState state,
    Wanted wanted,
    String cause,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long events,
    long position,
    long head,
    double eventsPerSecond,
    long parked,
    @Nullable Double lockedMillis,
    @Nullable String failure,
    @Nullable Integer version) {}
