package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a slot kept for somebody for some minutes. On the wire a UUID; as text, and so as the
 * name of its event stream, prefixed.
 */
public record HoldId(@JsonValue UUID value) {

  @JsonCreator
  public static HoldId of(String text) {
    return new HoldId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "hold-" + value;
  }
}
