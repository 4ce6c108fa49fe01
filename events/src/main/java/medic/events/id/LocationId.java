package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies one of a doctor's places of work. On the wire a UUID; as text, and so as the name of
 * its event stream, prefixed.
 */
public record LocationId(@JsonValue UUID value) {

  @JsonCreator
  public static LocationId of(String text) {
    return new LocationId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "location-" + value;
  }
}
