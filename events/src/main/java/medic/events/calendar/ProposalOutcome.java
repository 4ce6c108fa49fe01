package medic.events.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a proposal; withdrawn are those that something else has overtaken. */
public enum ProposalOutcome {
  @JsonProperty("accepted")
  ACCEPTED,
  @JsonProperty("refused")
  REFUSED,
  @JsonProperty("withdrawn")
  WITHDRAWN
}
