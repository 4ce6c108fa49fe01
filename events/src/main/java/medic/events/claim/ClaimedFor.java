package medic.events.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of thing that an id stands for. */
public enum ClaimedFor {
  @JsonProperty("doctor")
  DOCTOR,
  @JsonProperty("location")
  LOCATION,
  @JsonProperty("room")
  ROOM,
  @JsonProperty("exception")
  EXCEPTION,
  @JsonProperty("time_off")
  TIME_OFF,
  @JsonProperty("appointment_type")
  APPOINTMENT_TYPE
}
