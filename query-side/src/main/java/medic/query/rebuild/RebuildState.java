package medic.query.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the making of a read model has come. */
public enum RebuildState {
  /** Asked for. */
  @JsonProperty("waiting")
  WAITING,
  /** The past is read and folded. */
  @JsonProperty("reading")
  READING,
  /** Rows are put together and indexed. */
  @JsonProperty("writing")
  WRITING,
  /** What happened meanwhile is handled, as ever. */
  @JsonProperty("catching_up")
  CATCHING_UP,
  /** Its tables are put in the place of those that are read. */
  @JsonProperty("switching")
  SWITCHING,
  @JsonProperty("done")
  DONE,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("cancelled")
  CANCELLED;

  boolean isOver() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }

  /** The tables are whole, and go on from their position. */
  boolean isCatchingUp() {
    return this == CATCHING_UP || this == SWITCHING;
  }
}
