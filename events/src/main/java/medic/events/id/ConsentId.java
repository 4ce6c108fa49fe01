package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a patient's ledger of consent; its UUID is the patient's. On the wire a UUID; as text,
 * and so as the name of its event stream, prefixed.
 */
public record ConsentId(@JsonValue UUID value) {

  @JsonCreator
  public static ConsentId of(String text) {
    return new ConsentId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "consent-" + value;
  }
}
