package medic.app.journey;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * With the events in an Axon Server, which also carries commands and queries: a fresh one, at
 * {@code AXON_SERVER_ADDRESS}; skipped without, unless {@code AXON_SERVER_REQUIRED=true}.
 */
@EnabledIf(
    value = "isAsked",
    disabledReason = "AXON_SERVER_ADDRESS names no Axon Server to run against")
@Tag("server")
class AxonServerJourneyTest extends BookingJourney {

  private static final String ADDRESS = System.getenv("AXON_SERVER_ADDRESS");

  static boolean isAsked() {
    return ADDRESS != null || Boolean.parseBoolean(System.getenv("AXON_SERVER_REQUIRED"));
  }

  @Override
  TestServer server() {
    String address =
        Objects.requireNonNull(ADDRESS, "AXON_SERVER_REQUIRED, but AXON_SERVER_ADDRESS is not set");
    return TestServer.start("axon.axonserver.enabled=true", "axon.axonserver.servers=" + address);
  }
}
