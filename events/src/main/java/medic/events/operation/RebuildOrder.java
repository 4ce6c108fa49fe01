package medic.events.operation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is to become of the making of a read model. */
public enum RebuildOrder {
  @JsonProperty("start")
  START,
  @JsonProperty("pause")
  PAUSE,
  @JsonProperty("resume")
  RESUME,
  @JsonProperty("cancel")
  CANCEL
}
