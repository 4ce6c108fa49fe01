package medic.sagas.messages.sending;

import com.fasterxml.jackson.annotation.JsonProperty;
import medic.events.notification.NotificationState;
import org.jspecify.annotations.Nullable;

/** How a telephone call ended. */
public enum CallOutcome {
  /** The patient knows. */
  @JsonProperty("told")
  TOLD(NotificationState.DELIVERED, null),
  /** Nobody answers; it is a dead letter, until somebody tries again. */
  @JsonProperty("given_up")
  GIVEN_UP(NotificationState.FAILED, "GIVEN_UP");

  private final NotificationState state;
  private final @Nullable String reason;

  CallOutcome(NotificationState state, @Nullable String reason) {
    this.state = state;
    this.reason = reason;
  }

  /** Where the message that the call is comes to stand. */
  public NotificationState state() {
    return state;
  }

  /** Why nobody was told, as a code. */
  @Nullable
  public String reason() {
    return reason;
  }
}
