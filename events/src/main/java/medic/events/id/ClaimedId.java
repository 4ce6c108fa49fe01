package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The UUID of a doctor or of something of theirs, whatever it is. On the wire a UUID; as text, and
 * so as the name of its event stream, prefixed.
 */
public record ClaimedId(@JsonValue UUID value) {

  @JsonCreator
  public static ClaimedId of(String text) {
    return new ClaimedId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "id-" + value;
  }
}
