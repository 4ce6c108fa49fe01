package medic.query.agenda;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an entry of an agenda is. */
public enum AgendaKind {
  @JsonProperty("appointment")
  APPOINTMENT,
  @JsonProperty("exception")
  EXCEPTION,
  @JsonProperty("time_off")
  TIME_OFF,
  @JsonProperty("external_busy")
  EXTERNAL_BUSY
}
