package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a message to one recipient by one channel. On the wire a UUID; as text, and so as the
 * name of its event stream, prefixed.
 */
public record NotificationId(@JsonValue UUID value) {

  @JsonCreator
  public static NotificationId of(String text) {
    return new NotificationId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "notification-" + value;
  }
}
