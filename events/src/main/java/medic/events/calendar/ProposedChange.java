package medic.events.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was done to the copy of a visit, and so is proposed for the visit. */
public enum ProposedChange {
  @JsonProperty("move")
  MOVE,
  @JsonProperty("cancel")
  CANCEL
}
