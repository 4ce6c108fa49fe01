package medic.events.hold;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a hold ended. */
public enum HoldOutcome {
  @JsonProperty("released")
  RELEASED,
  @JsonProperty("expired")
  EXPIRED,
  @JsonProperty("booked")
  BOOKED
}
