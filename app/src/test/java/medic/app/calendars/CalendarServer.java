package medic.app.calendars;

import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;

/** A server and its Google. It turns no rounds by itself: the tests do, and may let them die. */
final class CalendarServer implements AutoCloseable {

  final Google google = new Google(1);
  final TestServer server =
      TestServer.start(
          google.settings(
              "medic.calendars.worker=false", "spring.main.sources=" + Crashes.class.getName()));
  final Client admin = server.admin();
  final Practice practice = new Practice(admin);
  final Calendars calendars = new Calendars(server, google);

  @Override
  public void close() {
    server.close();
    google.close();
  }
}
