package medic.events.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How well an external calendar is read. */
public enum ReadingState {
  /** All of it. */
  @JsonProperty("well")
  WELL,
  /** Some of its entries cannot be read; what was known of them stays. */
  @JsonProperty("partial")
  PARTIAL,
  /** It could not be read for a while; all that was known stays. */
  @JsonProperty("failing")
  FAILING
}
