package medic.events.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an appointment stands. */
public enum AppointmentStatus {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("confirmed")
  CONFIRMED,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("cancelled")
  CANCELLED,
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("no_show")
  NO_SHOW;

  /** Whether anything may still become of a visit. */
  public boolean isOpen() {
    return this == PENDING || this == CONFIRMED;
  }
}
