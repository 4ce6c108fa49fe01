package medic.app.journey;

import java.util.List;
import java.util.Map;

/** What holds, bookings and the steps of a visit must not be. */
abstract class BadBookings extends BadInput {

  BadBookings(BadInputPractice practice) {
    super(practice);
  }

  @Override
  void gather(BadRequests bad) {
    holds(bad);
    bookings(bad);
    transitions(bad);
    joinLinks(bad);
  }

  private void holds(BadRequests bad) {
    Map<String, Object> hold =
        Map.of("doctorId", doctor.id, "appointmentTypeId", doctor.type, "startsAt", slot);
    slotOf(bad.route("POST", "/api/holds", hold)).ids("holdId");
    bad.route("DELETE", "/api/holds/" + NOBODY).refused("unknown", 404, "NOT_FOUND");
    bad.route("DELETE", "/api/holds/x").refused("no id", 400, "", "holdId");
  }

  private void bookings(BadRequests bad) {
    slotOf(bad.route("POST", "/api/appointments", doctor.booking(patient, slot)))
        .required("patientId")
        .ids("appointmentId", "patientId", "roomId", "holdId")
        .unknown("patientId", 422, "UNKNOWN_REFERENCE")
        .unknown("roomId", 422, "UNKNOWN_REFERENCE")
        .with("roomId", other.room, 422, "UNKNOWN_REFERENCE", "roomId")
        .unknown("holdId", 422, "HOLD_EXPIRED")
        .with("appointmentId", appointment, 409, "ID_ALREADY_USED", "appointmentId")
        .longer("reason", 1000)
        .zone("patientTimezone")
        .bad("source", "carrier_pigeon", 1, "");
  }

  private BadRequests slotOf(BadRequests bad) {
    return bad.malformed()
        .bodyNeeded()
        .required("doctorId", "appointmentTypeId", "startsAt")
        .ids("doctorId", "appointmentTypeId", "locationId")
        .times("startsAt")
        .unknown("doctorId", 422, "UNKNOWN_REFERENCE")
        .unknown("appointmentTypeId", 422, "UNKNOWN_REFERENCE")
        .with("appointmentTypeId", other.type, 422, "UNKNOWN_REFERENCE", "appointmentTypeId")
        .unknown("locationId", 422, "UNKNOWN_REFERENCE")
        .with("locationId", other.location, 422, "UNKNOWN_REFERENCE", "locationId")
        .with("startsAt", "2020-01-01T08:00:00Z", 422, "", "startsAt")
        .with("startsAt", slot.replace(":00Z", ":07Z"), 422, "NOT_OFFERED", "startsAt");
  }

  private void joinLinks(BadRequests bad) {
    Map<String, Object> link = Map.of("joinLink", "https://meet.example/x");
    bad.route("PUT", "/api/appointments/" + NOBODY + "/join-link", link)
        .refused("unknown", 404, "NOT_FOUND");
    bad.route("PUT", "/api/appointments/x/join-link", link)
        .refused("no id", 400, "", "appointmentId");
    bad.route("PUT", "/api/appointments/" + appointment + "/join-link", link)
        .malformed()
        .bodyNeeded()
        .refused("in person", 422, "NOT_BY_VIDEO")
        .missing("joinLink")
        .bad(
            "joinLink",
            "http://meet.example/x",
            "meet.example",
            "https://",
            "https://grace:secret@meet.example/",
            "https://meet.example/{appointmentId}",
            "https://meet.example/a b",
            "javascript:alert(1)",
            "https://meet.example/" + "x".repeat(300),
            7);
  }

  private void transitions(BadRequests bad) {
    for (String step : List.of("confirm", "decline", "cancel", "complete", "no-show")) {
      bad.route("POST", "/api/appointments/" + NOBODY + "/" + step)
          .refused("unknown", 404, "NOT_FOUND");
      bad.route("POST", "/api/appointments/x/" + step).refused("no id", 400, "", "appointmentId");
      bad.route("POST", "/api/appointments/" + appointment + "/" + step)
          .malformed()
          .longer("reason", 1000);
    }
    Map<String, Object> move = Map.of("startsAt", slot);
    bad.route("POST", "/api/appointments/" + NOBODY + "/reschedule", move)
        .refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", "/api/appointments/x/reschedule", move)
        .refused("no id", 400, "", "appointmentId");
    bad.route("POST", "/api/appointments/" + appointment + "/reschedule", move)
        .malformed()
        .bodyNeeded()
        .required("startsAt")
        .times("startsAt")
        .ids("locationId", "roomId")
        .unknown("locationId", 422, "UNKNOWN_REFERENCE")
        .unknown("roomId", 422, "UNKNOWN_REFERENCE")
        .with("startsAt", "2020-01-01T08:00:00Z", 422, "", "startsAt")
        .longer("reason", 1000);
    bad.route("POST", "/api/appointments/" + appointment + "/decline")
        .refused("confirmed", 422, "INVALID_TRANSITION");
    bad.route("POST", "/api/appointments/" + appointment + "/confirm")
        .refused("confirmed", 422, "INVALID_TRANSITION");
  }
}
