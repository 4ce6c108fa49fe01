package medic.sagas.calendars.connections;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a connection stands. Only what is connected is read; copies are taken out of what is left; of
 * what is ending nothing is left to do but that.
 */
public enum ConnectionStatus {
  @JsonProperty("connecting")
  CONNECTING,
  @JsonProperty("connected")
  CONNECTED,
  @JsonProperty("broken")
  BROKEN,
  @JsonProperty("leaving")
  LEAVING,
  @JsonProperty("ending")
  ENDING,
  @JsonProperty("disconnected")
  DISCONNECTED
}
