package medic.events.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a remote calendar says of a stretch of time; only free ones do not block. */
public enum BusyStatus {
  @JsonProperty("busy")
  BUSY,
  @JsonProperty("tentative")
  TENTATIVE,
  @JsonProperty("free")
  FREE
}
