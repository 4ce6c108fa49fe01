package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a consultation room. On the wire a UUID; as text, and so as the name of its event
 * stream, prefixed.
 */
public record RoomId(@JsonValue UUID value) {

  @JsonCreator
  public static RoomId of(String text) {
    return new RoomId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "room-" + value;
  }
}
