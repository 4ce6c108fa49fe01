package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies an appointment. On the wire a UUID; as text, and so as the name of its event stream,
 * prefixed.
 */
public record AppointmentId(@JsonValue UUID value) {

  @JsonCreator
  public static AppointmentId of(String text) {
    return new AppointmentId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "appointment-" + value;
  }
}
