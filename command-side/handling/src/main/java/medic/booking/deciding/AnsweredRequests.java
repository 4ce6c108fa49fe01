package medic.booking.deciding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.Map;
import medic.command.CommandMetaData;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.RefusalDetails;
import org.axonframework.messaging.MetaData;

/**
 * The idempotency keys of the requests that an aggregate has answered, each with what it asked. A
 * request that changed nothing leaves no event to know it again by.
 */
public final class AnsweredRequests {

  private final Map<String, String> requestByKey;

  public AnsweredRequests() {
    this(Map.of());
  }

  @JsonCreator
  AnsweredRequests(Map<String, String> requestByKey) {
    this.requestByKey = new HashMap<>(requestByKey);
  }

  @JsonValue
  Map<String, String> requestByKey() {
    return requestByKey;
  }

  /** Notes the request that led to an event, by the event's metadata. */
  public void add(MetaData event) {
    String key = (String) event.get(CommandMetaData.IDEMPOTENCY_KEY);
    if (key != null) {
      requestByKey.put(key, request(event));
    }
  }

  /**
   * Was this command's request answered before?
   *
   * @throws Refusal if its key came with another request then
   */
  public boolean contain(MetaData command) {
    String key = (String) command.get(CommandMetaData.IDEMPOTENCY_KEY);
    String answered = key == null ? null : requestByKey.get(key);
    if (answered == null) {
      return false;
    }
    if (!answered.equals(request(command))) {
      throw new Refusal(keyReused());
    }
    return true;
  }

  /**
   * Does a command come with a key? Then an event has to note it even where the command asks for
   * what is: sent again after it was changed, it would undo that.
   */
  public static boolean isKeyed(MetaData command) {
    return command.containsKey(CommandMetaData.IDEMPOTENCY_KEY);
  }

  /** What is said of a key that came with another request before. */
  public static RefusalDetails keyReused() {
    return new RefusalDetails(
        RefusalCode.IDEMPOTENCY_KEY_REUSED, "This key was used for another request.", null);
  }

  private static String request(MetaData metaData) {
    String request = (String) metaData.get(CommandMetaData.REQUEST);
    return request == null ? "" : request;
  }
}
