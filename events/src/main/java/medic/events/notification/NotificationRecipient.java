package medic.events.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** To whom a message goes. */
public enum NotificationRecipient {
  @JsonProperty("patient")
  PATIENT,
  @JsonProperty("doctor")
  DOCTOR,
  @JsonProperty("practice")
  PRACTICE
}
