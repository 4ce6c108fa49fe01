package medic.events.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How doctor and patient meet. */
public enum ConsultationMode {
  @JsonProperty("in_person")
  IN_PERSON,
  @JsonProperty("video")
  VIDEO,
  @JsonProperty("phone")
  PHONE;

  /** Nobody can be seen in person in a virtual room. */
  public boolean suits(boolean virtualRoom) {
    return this != IN_PERSON || !virtualRoom;
  }
}
