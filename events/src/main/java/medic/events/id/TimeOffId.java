package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a time-off request. On the wire a UUID; as text, and so as the name of its event
 * stream, prefixed.
 */
public record TimeOffId(@JsonValue UUID value) {

  @JsonCreator
  public static TimeOffId of(String text) {
    return new TimeOffId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "timeoff-" + value;
  }
}
