package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a weekly schedule template. On the wire a UUID; as text, and so as the name of its
 * event stream, prefixed.
 */
public record TemplateId(@JsonValue UUID value) {

  @JsonCreator
  public static TemplateId of(String text) {
    return new TemplateId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "template-" + value;
  }
}
