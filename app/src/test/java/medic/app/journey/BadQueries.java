package medic.app.journey;

import java.util.List;

/** What cannot be asked. */
abstract class BadQueries extends BadInput {

  BadQueries(BadInputPractice practice) {
    super(practice);
  }

  @Override
  void gather(BadRequests bad) {
    availability(bad);
    doctors(bad);
    patients(bad);
    appointments(bad);
    differences(bad);
    audit(bad);
  }

  private void availability(BadRequests bad) {
    String availability = doctor.path("/availability");
    String ofType = "?appointmentTypeId=" + doctor.type;
    for (String path : List.of(availability, availability + "/stream")) {
      bad.asked(path, 400, "INVALID_REQUEST", "appointmentTypeId");
      bad.asked(path + "?appointmentTypeId=x", 400, "INVALID_REQUEST", "appointmentTypeId");
      bad.asked(path + "?appointmentTypeId=" + NOBODY, 404, "NOT_FOUND", "");
      bad.asked(path + "?appointmentTypeId=" + other.type, 404, "NOT_FOUND", "");
      bad.asked(path + ofType + "&locationId=x", 400, "INVALID_REQUEST", "locationId");
      bad.asked(path + ofType + "&locationId=" + NOBODY, 404, "NOT_FOUND", "");
      ranges(bad, path + ofType + "&");
    }
    bad.asked("/api/doctors/" + NOBODY + "/availability" + ofType, 404, "NOT_FOUND", "");
    bad.asked("/api/doctors/x/availability" + ofType, 400, "", "doctorId");
  }

  private void doctors(BadRequests bad) {
    for (String view : List.of("/agenda", "/analytics")) {
      bad.asked("/api/doctors/" + NOBODY + view, 404, "NOT_FOUND", "");
      bad.asked("/api/doctors/x" + view, 400, "", "doctorId");
      ranges(bad, doctor.path(view) + "?");
    }
    bad.asked("/api/doctors/" + NOBODY, 404, "NOT_FOUND", "");
    bad.asked("/api/doctors/x", 400, "", "doctorId");
    part(bad, "/appointment-types/", "appointmentTypeId", other.type);
    part(bad, "/templates/", "templateId", NOBODY);
    part(bad, "/exceptions/", "exceptionId", NOBODY);
    part(bad, "/time-off/", "timeOffId", NOBODY);
    pages(bad, "/api/doctors?");
    bad.limits("/api/availability/next?");
    times(bad, "/api/availability/next?", "from");
  }

  private void part(BadRequests bad, String rest, String variable, String foreign) {
    bad.asked(doctor.path(rest + NOBODY), 404, "NOT_FOUND", "");
    bad.asked(doctor.path(rest + foreign), 404, "NOT_FOUND", "");
    bad.asked(doctor.path(rest + "x"), 400, "", variable);
    bad.asked("/api/doctors/" + NOBODY + rest + NOBODY, 404, "NOT_FOUND", "");
  }

  private void patients(BadRequests bad) {
    String bookings = "/api/patients/" + patient + "/appointments?";
    pages(bad, bookings);
    bad.asked(bookings + "when=someday", 400, "INVALID_REQUEST", "when");
    bad.asked("/api/patients/x/appointments", 400, "", "patientId");
    bad.asked("/api/patients/" + NOBODY, 404, "NOT_FOUND", "");
    bad.asked("/api/patients/x", 400, "", "patientId");
  }

  private void appointments(BadRequests bad) {
    for (String rest : List.of("", "/timeline")) {
      bad.asked("/api/appointments/" + NOBODY + rest, 404, "NOT_FOUND", "");
      bad.asked("/api/appointments/x" + rest, 400, "", "appointmentId");
    }
    pages(bad, "/api/appointments?");
    for (String id :
        List.of("doctorId", "patientId", "roomId", "locationId", "appointmentTypeId")) {
      bad.asked("/api/appointments?" + id + "=x", 400, "INVALID_REQUEST", id);
    }
    bad.asked("/api/appointments?status=lost", 400, "INVALID_REQUEST", "status");
    bad.asked("/api/appointments?from=2027-01-02&to=2027-01-01", 400, "INVALID_REQUEST", "to");
    bad.asked("/api/appointments?unknown=1", 400, "INVALID_REQUEST", "unknown");
    times(bad, "/api/appointments?", "from");
    times(bad, "/api/appointments?", "to");
    pages(bad, "/api/admin/time-off?");
    bad.asked("/api/admin/time-off?status=lost", 400, "INVALID_REQUEST", "status");
    times(bad, "/api/appointments/" + appointment + "?", "asOf");
    bad.asked("/api/appointments/" + appointment + "?asOf=2020-01-01", 404, "NOT_FOUND", "");
  }

  private void differences(BadRequests bad) {
    String availability = doctor.path("/availability");
    String ofType = "?appointmentTypeId=" + doctor.type;
    changes(bad, "/api/appointments/" + appointment + "/changes?");
    changes(bad, doctor.path("/changes?"));
    changes(bad, availability + "/changes" + ofType + "&");
    String changesOfSlots = availability + "/changes" + ofType + "&from=2026-01-01&";
    times(bad, changesOfSlots, "slotsFrom");
    times(bad, changesOfSlots, "slotsTo");
    bad.asked(changesOfSlots + "slotsTo=2097-01-01", 400, "RANGE_TOO_LONG", "to");
    String past = "/changes?from=2019-01-01&to=2020-01-01";
    bad.asked("/api/appointments/" + appointment + past, 404, "NOT_FOUND", "");
    bad.asked("/api/appointments/" + NOBODY + "/changes?from=2019-01-01", 404, "NOT_FOUND", "");
    bad.asked(doctor.path(past), 404, "NOT_FOUND", "");
    bad.asked("/api/doctors/" + NOBODY + "/changes?from=2019-01-01", 404, "NOT_FOUND", "");
    bad.asked("/api/appointments/x/changes?from=2019-01-01", 400, "", "appointmentId");
  }

  private void audit(BadRequests bad) {
    for (String path : List.of("/api/audit/events?", "/api/audit/export?")) {
      for (String id : List.of("appointmentId", "doctorId", "patientId")) {
        bad.asked(path + id + "=x", 400, "INVALID_REQUEST", id);
      }
      bad.asked(path + "action=cancled", 400, "INVALID_REQUEST", "action");
      bad.asked(path + "action=BOOKED", 400, "INVALID_REQUEST", "action");
      times(bad, path, "from");
      times(bad, path, "to");
    }
    pages(bad, "/api/audit/events?");
    bad.asked("/api/audit/export?format=xml", 400, "INVALID_REQUEST", "format");
    bad.asked("/api/audit/proof", 400, "INVALID_REQUEST", "eventId");
    bad.asked("/api/audit/proof?eventId=" + NOBODY, 404, "NOT_FOUND", "");
    bad.asked("/api/audit/proof?eventId=%27%20or%201%3D1", 404, "NOT_FOUND", "");
    bad.asked("/api/audit/consistency", 400, "INVALID_REQUEST", "from");
    for (String range : List.of("x", "-1", "9223372036854775807", "1.5", "2&to=1")) {
      bad.asked("/api/audit/consistency?from=" + range, 400, "INVALID_REQUEST", "from");
    }
    for (String to : List.of("x", "-1", "9223372036854775807")) {
      bad.asked("/api/audit/consistency?from=0&to=" + to, 400, "INVALID_REQUEST", "to");
    }
  }

  private static void ranges(BadRequests bad, String path) {
    times(bad, path, "from");
    times(bad, path, "to");
    bad.asked(path + "from=2027-01-02&to=2027-01-01", 400, "RANGE_EMPTY", "to");
    bad.asked(path + "from=2027-01-01&to=2097-01-01", 400, "RANGE_TOO_LONG", "to");
  }

  private static void changes(BadRequests bad, String path) {
    bad.asked(path, 400, "INVALID_REQUEST", "from");
    bad.asked(path + "from=", 400, "INVALID_REQUEST", "from");
    bad.asked(path + "from=2150-01-01", 400, "INVALID_REQUEST", "from");
    times(bad, path, "from");
    times(bad, path + "from=2019-01-01&", "to");
    bad.asked(path + "from=2019-01-01&to=2150-01-01T00:00:00Z", 400, "INVALID_REQUEST", "to");
    bad.asked(path + "from=2019-01-03&to=2019-01-01", 400, "RANGE_EMPTY", "to");
  }

  private static void times(BadRequests bad, String path, String field) {
    for (String value :
        List.of("soon", "2027-02-30", "2027-01-01T25:00:00Z", "%2B999999-01-01", "1066-10-14")) {
      bad.asked(path + field + "=" + value, 400, "INVALID_REQUEST", field);
    }
  }

  private static void pages(BadRequests bad, String path) {
    bad.limits(path).cursors(path);
  }
}
