package medic.app.journey;

import org.junit.jupiter.api.Tag;

/** On the PostgreSQL of the embedded binaries. */
@Tag("server")
class BookingJourneyTest extends BookingJourney {

  @Override
  TestServer server() {
    return TestServer.shared();
  }
}
