package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a patient. On the wire a UUID; as text, and so as the name of its event stream,
 * prefixed.
 */
public record PatientId(@JsonValue UUID value) {

  @JsonCreator
  public static PatientId of(String text) {
    return new PatientId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "patient-" + value;
  }
}
