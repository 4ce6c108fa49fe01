package medic.events.patient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Whom to call. Also read from a bare string, taken as the name. */
public record EmergencyContact(String name, @Nullable String phone, @Nullable String relationship) {

  @JsonCreator
  public static EmergencyContact of(
      @JsonProperty("name") String name,
      @JsonProperty("phone") @Nullable String phone,
      @JsonProperty("relationship") @Nullable String relationship) {
    return new EmergencyContact(name, phone, relationship);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static EmergencyContact named(String name) {
    return new EmergencyContact(name, null, null);
  }
}
