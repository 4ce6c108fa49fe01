package medic.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who acted. */
public enum ActorType {
  @JsonProperty("patient")
  PATIENT,
  @JsonProperty("doctor")
  DOCTOR,
  @JsonProperty("admin")
  ADMIN,
  @JsonProperty("auditor")
  AUDITOR,
  @JsonProperty("system")
  SYSTEM
}
