package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import medic.events.id.ConnectionId;
import tools.jackson.databind.JsonNode;

/** A calendar that is connected and has been read; the tests turn its rounds. */
abstract class SyncScenario extends CalendarScenario {

  ConnectionId connection;

  SyncScenario(CalendarServer shared) {
    super(shared);
    connection = calendars.connect(doctor, account);
    calendars.settle(connection);
  }

  JsonNode copy(String appointment) {
    return google
        .events(account)
        .valueStream()
        .filter(event -> event.path("id").asString().equals(Calendars.copyOf(appointment)))
        .findFirst()
        .orElseThrow();
  }

  static Instant at(JsonNode event, String field) {
    return OffsetDateTime.parse(event.path(field).path("dateTime").asString()).toInstant();
  }

  JsonNode proposals() {
    return admin.get(doctor.path("/calendar-proposals")).expect(200).body();
  }

  long busyTimes() {
    return busyTimes(connection);
  }

  /** A further sync writes nothing, here or there. */
  void nothingMoreHappens() {
    calendars.settle(connection);
    String before = google.events(account).toString();
    long events = calendars.written(doctor);
    calendars.settle(connection);
    assertThat(google.events(account).toString()).isEqualTo(before);
    assertThat(calendars.written(doctor)).isEqualTo(events);
  }
}
