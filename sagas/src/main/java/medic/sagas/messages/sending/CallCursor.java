package medic.sagas.messages.sending;

import java.time.Instant;
import medic.http.Cursor;
import medic.sagas.messages.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/**
 * Behind which call a page of calls begins.
 *
 * @param urgency when its patient would come
 * @param number its own among all messages, where several would come then
 */
public record CallCursor(Instant urgency, long number) {

  private static final CallCursor START = new CallCursor(Instant.EPOCH, -1);

  public static CallCursor behind(OutboxMessage call) {
    return new CallCursor(urgencyOf(call), call.number());
  }

  private static Instant urgencyOf(OutboxMessage call) {
    Instant before = call.time("previousStartsAt");
    return before != null && before.isBefore(call.dueAt()) ? before : call.dueAt();
  }

  /**
   * @throws medic.http.ApiException 400 for what is no cursor
   */
  public static CallCursor decode(@Nullable String cursor) {
    Cursor given = Cursor.decodeNumber(cursor);
    return given == null ? START : new CallCursor(given.at(), given.number());
  }

  public String encode() {
    return new Cursor(urgency, Long.toString(number)).encode();
  }
}
