package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a patient. On the wire a UUID; as text, and so as the name of its event stream,
 * prefixed.
 */
public record PatientId(@JsonValue UUID value) {

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is no UUID, or one that begins with 64 zero bits: keys
   *     that are no patient's are kept under those
   */
  @JsonCreator
  public static PatientId of(String text) {
    UUID value = Uuids.parse(text);
    if (value.getMostSignificantBits() == 0) {
      throw new IllegalArgumentException("reserved");
    }
    return new PatientId(value);
  }

  @Override
  public String toString() {
    return "patient-" + value;
  }
}
