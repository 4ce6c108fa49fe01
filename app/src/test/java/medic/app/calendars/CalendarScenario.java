package medic.app.calendars;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.events.id.ConnectionId;
import tools.jackson.databind.JsonNode;

/**
 * A doctor and their account at the fake Google, anew for each test. What extends this runs inside
 * {@link CalendarSyncTest} or {@link CalendarConnectionTest}, which start a server for all of it.
 */
abstract class CalendarScenario {

  final Google google;
  final TestServer server;
  final Client admin;
  final Practice practice;
  final Calendars calendars;
  final Practice.Doctor doctor;
  final String account = UUID.randomUUID() + "@example.org";

  CalendarScenario(CalendarServer shared) {
    google = shared.google;
    server = shared.server;
    admin = shared.admin;
    practice = shared.practice;
    calendars = shared.calendars;
    google.control("DELETE", "faults", null);
    doctor = practice.doctor();
    google.consentsAs(account);
  }

  List<String> starts() {
    return doctor.slots(admin).findValuesAsString("startsAt");
  }

  String slot(int number) {
    return starts().get(number);
  }

  /** A start after which another follows: the hours end before midnight. */
  String slotBeforeAnother() {
    List<String> starts = starts();
    return starts.stream().skip(10).filter(s -> starts.contains(plus(s, 30))).findFirst().get();
  }

  static String plus(String instant, int minutes) {
    return Instant.parse(instant).plus(minutes, ChronoUnit.MINUTES).toString();
  }

  Answer book(String startsAt) {
    return admin.post("/api/appointments", doctor.booking(practice.patient(), startsAt));
  }

  String booked(String startsAt) {
    return book(startsAt).expect(201).text("appointmentId");
  }

  JsonNode connection(ConnectionId id) {
    return admin.get(doctor.path("/calendar-connections/" + id.value())).expect(200).body();
  }

  long busyTimes(ConnectionId id) {
    return calendars.number(
        "select count(*) from work.calendar_busy_time where connection_id = ?", id.value());
  }

  long events(String type) {
    return calendars.number(
        "select count(*) from store.domain_event_entry where payload_type like ?"
            + " and convert_from(payload, 'UTF8') like ?",
        "%." + type,
        "%" + doctor.id + "%");
  }
}
