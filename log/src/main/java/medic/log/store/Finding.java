package medic.log.store;

import medic.log.event.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was logged or signed.
 *
 * @param position the event's global index, where the finding is one event
 * @param eventId as it reads now; absent where the event is gone
 * @param detail one sentence for a person
 */
public record Finding(Kind kind, @Nullable Long position, @Nullable String eventId, String detail) {

  /** What happened: to an event, to the log itself, or to an export on its way. */
  public enum Kind {
    EVENT_CHANGED,
    EVENT_REMOVED,
    EVENT_INSERTED,
    EVENT_MOVED,
    LOG_CHANGED,
    LOG_ROLLED_BACK,
    CHECKPOINT_FOREIGN,
    /** What is told of an event is not what was stored. */
    ENTRY_CHANGED,
    /** An entry's proof does not lead to the checkpoint. */
    ENTRY_UNPROVEN,
    ENTRIES_MISSING,
    /** The file is not the one that the log signed. */
    EXPORT_CHANGED
  }

  public static Finding changed(long index, StoredEvent event) {
    return new Finding(
        Kind.EVENT_CHANGED,
        event.position(),
        event.eventId(),
        event + " of " + event.stream() + " is not what leaf " + index + " was made of");
  }

  public static Finding removed(long index, long position) {
    return new Finding(
        Kind.EVENT_REMOVED,
        position,
        null,
        "the event at position " + position + ", leaf " + index + ", is gone");
  }

  public static Finding inserted(StoredEvent event) {
    return new Finding(
        Kind.EVENT_INSERTED,
        event.position(),
        event.eventId(),
        event + " of " + event.stream() + " turned up long after its neighbours");
  }

  public static Finding moved(StoredEvent event, long from) {
    return new Finding(
        Kind.EVENT_MOVED,
        event.position(),
        event.eventId(),
        event + " was logged at position " + from);
  }

  public static Finding log(String detail) {
    return new Finding(Kind.LOG_CHANGED, null, null, detail);
  }

  public static Finding rolledBack(long signed, long now) {
    return new Finding(
        Kind.LOG_ROLLED_BACK,
        null,
        null,
        "a checkpoint over " + signed + " leaves is held, and the log has " + now);
  }

  public static Finding foreign(String where) {
    return new Finding(
        Kind.CHECKPOINT_FOREIGN, null, null, where + " was not signed with this log's key");
  }

  @Override
  public String toString() {
    return kind + ": " + detail;
  }
}
