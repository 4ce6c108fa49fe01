package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies an availability exception. On the wire a UUID; as text, and so as the name of its
 * event stream, prefixed.
 */
public record ExceptionId(@JsonValue UUID value) {

  @JsonCreator
  public static ExceptionId of(String text) {
    return new ExceptionId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "exception-" + value;
  }
}
