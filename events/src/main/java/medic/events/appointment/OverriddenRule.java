package medic.events.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A rule that somebody of the practice set aside when a visit was booked or moved. */
public enum OverriddenRule {
  /** How long before its start a visit is booked. */
  @JsonProperty("notice")
  NOTICE,
  /** How many days ahead a visit is booked. */
  @JsonProperty("horizon")
  HORIZON,
  /** How often a visit is moved. */
  @JsonProperty("move_limit")
  MOVE_LIMIT,
  /** The hours, breaks, blocks and time off, and the starts that they offer. */
  @JsonProperty("hours")
  HOURS,
  /** A kind of visit that is not offered at present. */
  @JsonProperty("inactive_type")
  INACTIVE_TYPE,
  /** What takes the doctor's time already. */
  @JsonProperty("conflict")
  CONFLICT
}
