package medic.app.journey;

/** On the PostgreSQL of the embedded binaries. */
class BookingJourneyTest extends BookingJourney {

  @Override
  TestServer server() {
    return TestServer.start();
  }
}
