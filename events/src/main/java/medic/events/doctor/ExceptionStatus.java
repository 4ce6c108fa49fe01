package medic.events.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an exception takes time away or adds it. */
public enum ExceptionStatus {
  @JsonProperty("blocked")
  BLOCKED,
  @JsonProperty("available")
  AVAILABLE
}
