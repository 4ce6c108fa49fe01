package medic.sagas.calendars.remote;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes copies into a remote calendar. Every failure is a {@link RemoteFailure}: TAKEN where an
 * insert finds its id, STALE where the etag is not the entry's, MISSING where there is none.
 */
public interface CalendarWriter {

  RemoteEvent insert(RemoteAccess access, CopyContent copy);

  /** Sets what a copy says and leaves what else people noted there; brings back a deleted one. */
  RemoteEvent change(RemoteAccess access, CopyContent copy, @Nullable String etag);

  void delete(RemoteAccess access, String id, @Nullable String etag);

  /** An entry as it is, deleted ones too as far as the provider still knows them. */
  Optional<RemoteEvent> find(RemoteAccess access, String id);
}
