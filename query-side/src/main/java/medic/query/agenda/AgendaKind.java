package medic.query.agenda;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an entry of an agenda is. */
public enum AgendaKind {
  @JsonProperty("appointment")
  APPOINTMENT,
  /** The time that a confirmed visit is asked to be moved to. */
  @JsonProperty("requested_move")
  REQUESTED_MOVE,
  @JsonProperty("exception")
  EXCEPTION,
  @JsonProperty("time_off")
  TIME_OFF,
  @JsonProperty("external_busy")
  EXTERNAL_BUSY
}
