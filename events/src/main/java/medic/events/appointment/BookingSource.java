package medic.events.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By which door a booking came in. */
public enum BookingSource {
  @JsonProperty("patient_portal")
  PATIENT_PORTAL,
  @JsonProperty("doctor")
  DOCTOR,
  @JsonProperty("api")
  API
}
