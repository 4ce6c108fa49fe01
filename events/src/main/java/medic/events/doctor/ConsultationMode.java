package medic.events.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How doctor and patient meet. */
public enum ConsultationMode {
  @JsonProperty("in_person")
  IN_PERSON,
  @JsonProperty("video")
  VIDEO,
  @JsonProperty("phone")
  PHONE
}
