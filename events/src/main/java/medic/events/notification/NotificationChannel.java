package medic.events.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The way a message takes. */
public enum NotificationChannel {
  @JsonProperty("email")
  EMAIL,
  @JsonProperty("sms")
  SMS,
  /** Somebody of the practice telephones. */
  @JsonProperty("call")
  CALL,
  @JsonProperty("push")
  PUSH;

  /** Is it taken by a machine? Only for these a patient's consent is asked. */
  public boolean isAutomatic() {
    return this != CALL;
  }
}
