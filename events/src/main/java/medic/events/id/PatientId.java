package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a patient. On the wire a UUID; as text, and so as the name of its event stream,
 * prefixed.
 */
public record PatientId(@JsonValue UUID value) {

  /** Reads one, whichever it is: what was ever stored can be read. */
  @JsonCreator
  public static PatientId of(String text) {
    return new PatientId(Uuids.parse(text));
  }

  /**
   * Whether nobody can be registered under it: keys that are no patient's are kept under the ids
   * that begin with 64 zero bits.
   */
  public boolean isReserved() {
    return value.getMostSignificantBits() == 0;
  }

  @Override
  public String toString() {
    return "patient-" + value;
  }
}
