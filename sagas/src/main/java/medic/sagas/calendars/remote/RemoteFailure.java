package medic.sagas.calendars.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A provider says no, or nothing. The message bears no secret and none of the provider's text. */
public final class RemoteFailure extends RuntimeException {

  /** What sort of failure, and so what to do about it. */
  public enum Kind {
    /** The grant is gone: nothing works until the doctor connects again. */
    GRANT_BROKEN,
    /** The access token no longer works: a new one may. */
    UNAUTHORIZED,
    /** Too many requests: come back later. */
    LIMITED,
    /** No answer, or a failure over there: come back later. */
    UNAVAILABLE,
    /** The cursor has lapsed: read everything. */
    CURSOR_GONE,
    /** An entry with this id is there already. */
    TAKEN,
    /** The entry has changed since it was read. */
    STALE,
    /** There is no such entry. */
    MISSING,
    /** Anything else that trying again will not mend. */
    REJECTED
  }

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  public RemoteFailure(Kind kind, String message) {
    this(kind, message, null);
  }

  /**
   * @param retryAfter how long the provider asks us to wait, if it does
   */
  public RemoteFailure(Kind kind, String message, @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
