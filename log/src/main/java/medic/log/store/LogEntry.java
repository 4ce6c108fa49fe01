package medic.log.store;

import medic.log.event.StoredEvent;
import medic.log.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of the log, and what stands now where its event stood.
 *
 * @param index its place in the log
 * @param position the event's global index
 * @param hash as it was logged
 * @param late whether the event turned up where nothing could be appended any more
 * @param event absent when it is gone
 */
public record LogEntry(
    long index, long position, Hash hash, boolean late, @Nullable StoredEvent event) {}
