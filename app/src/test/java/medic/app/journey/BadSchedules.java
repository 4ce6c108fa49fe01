package medic.app.journey;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What weekly hours, exceptions, time off and busy times must not be. */
abstract class BadSchedules extends BadInput {

  private static final Map<String, Object> AWAY =
      Map.of("startsAt", "2027-03-01T08:00:00Z", "endsAt", "2027-03-02T08:00:00Z");

  BadSchedules(BadInputPractice practice) {
    super(practice);
  }

  @Override
  void gather(BadRequests bad) {
    templates(bad);
    weeks(bad);
    exceptions(bad);
    timeOff(bad);
    busyTimes(bad);
  }

  private void templates(BadRequests bad) {
    Map<String, Object> hours =
        Map.of(
            "locationId",
            doctor.location,
            "dayOfWeek",
            "MONDAY",
            "slotDurationMinutes",
            30,
            "workStart",
            "09:00",
            "workEnd",
            "17:00",
            "breaks",
            List.of(pause("12:00", "13:00")));
    String path = doctor.path("/templates");
    hoursOf(bad.route("POST", path, hours));
    String mine = doctor.addTemplate(Map.of("dayOfWeek", "SUNDAY", "priority", 7));
    String theirs = other.addTemplate(Map.of("dayOfWeek", "SUNDAY", "priority", 7));
    hoursOf(bad.route("PUT", path + "/" + mine, hours))
        .with("templateId", NOBODY, 400, "INVALID_REQUEST", "templateId");
    bad.route("POST", path, hours).with("templateId", mine, 409, "ID_ALREADY_USED", "templateId");
    unknownDoctor(bad, "POST", "/templates", hours);
    unknownChild(bad, "PUT", "/templates/", theirs, "templateId", hours);
    unknownChild(bad, "DELETE", "/templates/", theirs, "templateId", Map.of());
  }

  private void weeks(BadRequests bad) {
    Map<String, Object> hours =
        Map.of(
            "locationId", doctor.location,
            "dayOfWeek", "MONDAY",
            "slotDurationMinutes", 30,
            "workStart", "09:00",
            "workEnd", "17:00");
    Map<String, Object> week = Map.of("templates", List.of(hours));
    String first = "templates[0].";
    for (String path :
        List.of("/weekly-hours", "/locations/" + doctor.location + "/weekly-hours")) {
      bad.route("PUT", doctor.path(path), week)
          .malformed()
          .bodyNeeded()
          .required("templates")
          .bad("templates", "none", 1, Collections.nCopies(201, hours))
          .with("templates", List.of(1), 400, "", "templates[0]")
          .with("templates", List.of(but(hours, "workEnd", "x")), 400, "", first + "workEnd")
          .with("templates", List.of(without(hours, "dayOfWeek")), 400, "", first + "dayOfWeek")
          .with(
              "templates",
              List.of(hours, but(hours, "workEnd", "09:00")),
              422,
              "INVALID_RANGE",
              "templates[1].workEnd")
          .with(
              "templates",
              List.of(but(hours, "roomId", NOBODY)),
              422,
              "UNKNOWN_REFERENCE",
              first + "roomId")
          .with(
              "templates",
              Collections.nCopies(2, but(hours, "templateId", NOBODY)),
              409,
              "ID_ALREADY_USED",
              "templates[1].templateId");
    }
    unknownDoctor(bad, "PUT", "/weekly-hours", week);
    bad.route("PUT", doctor.path("/locations/" + NOBODY + "/weekly-hours"), week)
        .refused("unknown", 404, "NOT_FOUND");
    bad.route("PUT", doctor.path("/locations/" + other.location + "/weekly-hours"), week)
        .refused("foreign", 404, "NOT_FOUND");
    bad.asked(doctor.path("/locations/" + NOBODY + "/weekly-hours"), 404, "NOT_FOUND", "");
  }

  private static Map<String, Object> without(Map<String, Object> body, String field) {
    Map<String, Object> less = new HashMap<>(body);
    less.remove(field);
    return less;
  }

  private static Map<String, Object> pause(String start, String end) {
    return Map.of("start", start, "end", end);
  }

  private BadRequests hoursOf(BadRequests bad) {
    return bad.malformed()
        .bodyNeeded()
        .required("locationId", "dayOfWeek", "slotDurationMinutes", "workStart", "workEnd")
        .ids("locationId", "roomId")
        .unknown("locationId", 422, "UNKNOWN_REFERENCE")
        .with("locationId", other.location, 422, "UNKNOWN_REFERENCE", "locationId")
        .unknown("roomId", 422, "UNKNOWN_REFERENCE")
        .bad("dayOfWeek", "FUNDAY", 1, "", "monday ")
        .bad("workStart", "25:00", "9", "09:60", 9, "")
        .bad("workEnd", "24:30", "noon", List.of(17, 0))
        .with("workEnd", "09:00", 422, "INVALID_RANGE", "workEnd")
        .number("slotDurationMinutes", 1, 1440)
        .number("bufferBeforeMinutes", 0, 1440)
        .number("bufferAfterMinutes", 0, 1440)
        .number("maxParallelSessions", 1, 1000)
        .number("priority", -1000, 1000)
        .bad("breaks", "none", 1, Collections.nCopies(51, pause("12:00", "12:01")))
        .with("breaks", List.of(1), 400, "", "breaks[0]")
        .with("breaks", List.of(Map.of("start", "12:00")), 400, "", "breaks[0].end")
        .with("breaks", List.of(pause("12:00", "12:00")), 422, "BREAK_OUTSIDE_HOURS", "breaks")
        .with("breaks", List.of(pause("07:00", "08:00")), 422, "BREAK_OUTSIDE_HOURS", "breaks")
        .with("breaks", List.of(pause("13:00", "12:00")), 422, "BREAK_OUTSIDE_HOURS", "breaks")
        .with(
            "breaks",
            List.of(pause("12:00", "13:00"), pause("12:30", "14:00")),
            422,
            "BREAKS_OVERLAP",
            "breaks");
  }

  private void exceptions(BadRequests bad) {
    Map<String, Object> exception = new HashMap<>(AWAY);
    exception.put("status", "blocked");
    stretch(bad.route("POST", doctor.path("/exceptions"), exception))
        .required("status")
        .bad("status", "maybe", 1, "")
        .ids("exceptionId", "appointmentTypeId", "locationId")
        .unknown("appointmentTypeId", 422, "UNKNOWN_REFERENCE")
        .with("appointmentTypeId", other.type, 422, "UNKNOWN_REFERENCE", "appointmentTypeId")
        .unknown("locationId", 422, "UNKNOWN_REFERENCE");
    unknownDoctor(bad, "POST", "/exceptions", exception);
    String theirs =
        admin.post(other.path("/exceptions"), exception).expect(201).text("exceptionId");
    unknownChild(bad, "DELETE", "/exceptions/", theirs, "exceptionId", Map.of());
    String mine = admin.post(doctor.path("/exceptions"), exception).expect(201).text("exceptionId");
    for (String rest : List.of("", "/visits-hit")) {
      stretch(
              bad.route(
                  rest.isEmpty() ? "PUT" : "POST",
                  doctor.path("/exceptions/" + mine + rest),
                  exception))
          .required("status")
          .with("exceptionId", NOBODY, 400, "INVALID_REQUEST", "exceptionId")
          .unknown("locationId", 422, "UNKNOWN_REFERENCE");
    }
    unknownChild(bad, "PUT", "/exceptions/", theirs, "exceptionId", exception);
  }

  private void timeOff(BadRequests bad) {
    stretch(bad.route("POST", doctor.path("/time-off"), AWAY)).ids("timeOffId");
    unknownDoctor(bad, "POST", "/time-off", AWAY);
    String asked = admin.post(doctor.path("/time-off"), AWAY).expect(201).text("timeOffId");
    admin.post(doctor.path("/time-off/" + asked + "/reject"), null).expect(200);
    for (String step : List.of("approve", "reject", "cancel")) {
      bad.route("POST", doctor.path("/time-off/" + NOBODY + "/" + step))
          .refused("unknown", 404, "NOT_FOUND");
      bad.route("POST", doctor.path("/time-off/x/" + step)).refused("no id", 400, "", "timeOffId");
      bad.route("POST", doctor.path("/time-off/" + asked + "/" + step)).longer("reason", 1000);
    }
    bad.route("POST", doctor.path("/time-off/" + asked + "/approve"))
        .refused("rejected before", 422, "INVALID_TRANSITION");
    Map<String, Object> longer = but(AWAY, "endsAt", "2027-03-05T08:00:00Z");
    bad.route("PUT", doctor.path("/time-off/" + asked), longer)
        .refused("rejected before", 422, "INVALID_TRANSITION");
    String waiting = admin.post(doctor.path("/time-off"), AWAY).expect(201).text("timeOffId");
    stretch(bad.route("PUT", doctor.path("/time-off/" + waiting), AWAY))
        .with("timeOffId", NOBODY, 400, "INVALID_REQUEST", "timeOffId");
    bad.route("PUT", doctor.path("/time-off/" + NOBODY), AWAY).refused("unknown", 404, "NOT_FOUND");
  }

  private static BadRequests stretch(BadRequests bad) {
    return bad.malformed()
        .bodyNeeded()
        .required("startsAt", "endsAt")
        .times("startsAt", "endsAt")
        .with("endsAt", "2027-03-01T08:00:00Z", 422, "INVALID_RANGE", "endsAt")
        .with("endsAt", "2027-02-01T08:00:00Z", 422, "INVALID_RANGE", "endsAt")
        .longer("reason", 500);
  }

  private void busyTimes(BadRequests bad) {
    Map<String, Object> entry =
        Map.of(
            "externalId", "a",
            "startsAt", "2027-03-01T08:00:00Z",
            "endsAt", "2027-03-01T09:00:00Z",
            "status", "busy");
    Map<String, Object> report =
        Map.of("connectionId", NOBODY, "source", "google", "seen", List.of(entry));
    bad.route("POST", doctor.path("/external-busy-times"), report)
        .malformed()
        .bodyNeeded()
        .required("connectionId", "source", "seen")
        .ids("connectionId")
        .longer("source", 100)
        .bad("seen", "x", 1, Map.of(), Collections.nCopies(5001, entry))
        .with("seen", Collections.singletonList(null), 400, "", "seen[0]")
        .with("seen", List.of(but(entry, "externalId", "")), 400, "", "seen[0].externalId")
        .with("seen", List.of(but(entry, "status", "dozing")), 400, "", "seen[0].status")
        .with("seen", List.of(but(entry, "startsAt", "soon")), 400, "", "seen[0].startsAt")
        .with(
            "seen",
            List.of(entry, but(entry, "endsAt", "2027-03-01T07:00:00Z")),
            422,
            "INVALID_RANGE",
            "seen[1].endsAt")
        .with("goneExternalIds", List.of(""), 400, "", "goneExternalIds[0]")
        .flag("complete");
    unknownDoctor(bad, "POST", "/external-busy-times", report);
  }

  private static Map<String, Object> but(Map<String, Object> map, String key, Object value) {
    Map<String, Object> changed = new HashMap<>(map);
    changed.put(key, value);
    return changed;
  }
}
