package medic.booking.appointment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.Map;
import medic.command.Refusal;
import medic.command.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency keys of the requests that an appointment has answered, each with what it asked.
 */
final class AnsweredRequests {

  private final Map<String, String> requestByKey;

  AnsweredRequests() {
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

  void add(@Nullable String key, @Nullable String request) {
    if (key != null) {
      requestByKey.put(key, request == null ? "" : request);
    }
  }

  boolean contains(@Nullable String key, @Nullable String request) {
    String answered = key == null ? null : requestByKey.get(key);
    if (answered == null) {
      return false;
    }
    if (!answered.equals(request == null ? "" : request)) {
      throw new Refusal(
          RefusalCode.IDEMPOTENCY_KEY_REUSED, "This key was used for another request.");
    }
    return true;
  }
}
