package medic.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies the calendar of a patient; shares the patient's UUID. On the wire a UUID; as text, and
 * so as the name of its event stream, prefixed.
 */
public record PatientCalendarId(@JsonValue UUID value) {

  @JsonCreator
  public static PatientCalendarId of(String text) {
    return new PatientCalendarId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return "calendar-" + value;
  }
}
