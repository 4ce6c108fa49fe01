package medic.sagas.calendars.connections;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a connection stands. Only what is connected is read; copies are taken out of what is left.
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
  @JsonProperty("disconnected")
  DISCONNECTED
}
