package medic.events.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;

/** Where a message stands, and what may come of it: it only moves forward. */
public enum NotificationState {
  /** To be sent at its time, or again. */
  @JsonProperty("queued")
  QUEUED,
  /** In the outbox, readable over the API: no provider is configured, so nobody was sent to. */
  @JsonProperty("kept")
  KEPT,
  /** Taken over by the provider. */
  @JsonProperty("sent")
  SENT,
  /** Reported as delivered by the provider. */
  @JsonProperty("delivered")
  DELIVERED,
  /** Reported as undeliverable by the provider. */
  @JsonProperty("undelivered")
  UNDELIVERED,
  /** Given up: a dead letter, until somebody sends it again. */
  @JsonProperty("failed")
  FAILED,
  /** Not to be sent any more. */
  @JsonProperty("withdrawn")
  WITHDRAWN;

  /** May a message that stands at {@code before} come to stand here? */
  public boolean mayFollow(NotificationState before) {
    return switch (this) {
      case KEPT, SENT, FAILED -> before == QUEUED;
      case DELIVERED, UNDELIVERED -> before == QUEUED || before == SENT;
      case WITHDRAWN -> before == QUEUED || before.isDeadLetter();
      case QUEUED -> before.isDeadLetter();
    };
  }

  /** Does it wait for a person's decision? */
  public boolean isDeadLetter() {
    return this == FAILED || this == UNDELIVERED;
  }

  /** All states after which this one may come. */
  public List<NotificationState> mayComeAfter() {
    return Arrays.stream(values()).filter(this::mayFollow).toList();
  }
}
