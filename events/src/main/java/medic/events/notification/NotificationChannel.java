package medic.events.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;

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

  /** Those that a machine takes, of which a patient may say yes or no. */
  public static Set<NotificationChannel> automatic() {
    return EnumSet.complementOf(EnumSet.of(CALL));
  }

  /** Is it taken by a machine? Only for these a patient's consent is asked. */
  public boolean isAutomatic() {
    return this != CALL;
  }
}
