package medic.sagas.messages.sending;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import medic.http.ApiException;
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
   * @throws ApiException 400 for what is no cursor
   */
  public static CallCursor decode(@Nullable String cursor) {
    if (cursor == null) {
      return START;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int space = text.indexOf(' ');
      return new CallCursor(
          Instant.parse(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException malformed) {
      throw ApiException.badField("cursor", "MALFORMED", "This is no cursor of ours.");
    }
  }

  public String encode() {
    byte[] text = (urgency + " " + number).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }
}
