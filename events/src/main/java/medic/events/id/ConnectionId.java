package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a connection to an external calendar. On the wire a UUID; as text, and so as the name
 * of its event stream, prefixed.
 */
public record ConnectionId(@JsonValue UUID value) {

  @JsonCreator
  public static ConnectionId of(String text) {
    return new ConnectionId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "connection-" + value;
  }
}
