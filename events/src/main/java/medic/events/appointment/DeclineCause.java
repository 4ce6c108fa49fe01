package medic.events.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why something was declined that nobody declined. */
public enum DeclineCause {
  /** Nobody answered in time. */
  @JsonProperty("unanswered")
  UNANSWERED
}
