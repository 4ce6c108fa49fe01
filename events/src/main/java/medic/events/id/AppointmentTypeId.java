package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a kind of visit that a doctor offers. On the wire a UUID; as text, and so as the name
 * of its event stream, prefixed.
 */
public record AppointmentTypeId(@JsonValue UUID value) {

  @JsonCreator
  public static AppointmentTypeId of(String text) {
    return new AppointmentTypeId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "type-" + value;
  }
}
