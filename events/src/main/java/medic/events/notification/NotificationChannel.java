package medic.events.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The way a message takes. */
public enum NotificationChannel {
  @JsonProperty("email")
  EMAIL,
  @JsonProperty("sms")
  SMS,
  @JsonProperty("push")
  PUSH
}
