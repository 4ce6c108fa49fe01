package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a doctor. On the wire a UUID; as text, and so as the name of its event stream,
 * prefixed.
 */
public record DoctorId(@JsonValue UUID value) {

  @JsonCreator
  public static DoctorId of(String text) {
    return new DoctorId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "doctor-" + value;
  }
}
