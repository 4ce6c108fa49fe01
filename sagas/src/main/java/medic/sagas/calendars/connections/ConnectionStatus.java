package medic.sagas.calendars.connections;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a connection stands. Only what is connected is synchronised. */
public enum ConnectionStatus {
  @JsonProperty("connecting")
  CONNECTING,
  @JsonProperty("connected")
  CONNECTED,
  @JsonProperty("broken")
  BROKEN,
  @JsonProperty("disconnected")
  DISCONNECTED
}
