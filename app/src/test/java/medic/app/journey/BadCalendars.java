package medic.app.journey;

import java.util.List;
import java.util.Map;

/** What a connection of a calendar must not be, and who is not believed about it. */
abstract class BadCalendars extends BadInput {

  BadCalendars(BadInputPractice practice) {
    super(practice);
  }

  @Override
  void gather(BadRequests bad) {
    String path = doctor.path("/calendar-connections");
    Map<String, Object> feed =
        Map.of("provider", "icalendar", "name", "Duty", "url", "https://calendar.example/a.ics");
    bad.route("POST", path, feed)
        .malformed()
        .bodyNeeded()
        .required("provider", "url", "name")
        .bad("provider", "outlook", 1, "")
        .longer("name", 100)
        .longer("url", 2000)
        .flag("showPatientNames")
        .bad("calendar", "", "a b", 7);
    for (String url :
        List.of(
            "ftp://calendar.example/a.ics",
            "http://calendar.example/a.ics",
            "https://user:word@/a.ics",
            "https://user:word@127.0.0.1/a.ics",
            "WEBCAL://127.0.0.1/a.ics",
            " HTTP://calendar.example/a.ics ",
            "https://127.0.0.1/a.ics",
            "https://127.1/a.ics",
            "https://2130706433/a.ics",
            "https://localhost/a.ics",
            "https://[::1]/a.ics",
            "https://[::ffff:127.0.0.1]/a.ics",
            "https://10.0.0.1/a.ics",
            "https://169.254.169.254/latest/meta-data",
            "https://100.64.0.1/a.ics",
            "https://[fd00::1]/a.ics",
            "https://[fe80::1]/a.ics",
            "https://0.0.0.0/a.ics",
            "file:///etc/passwd",
            "calendar",
            "https://")) {
      bad.with("url", url, 400, "INVALID_REQUEST", "url");
    }
    bad.route("POST", path, Map.of("provider", "google"))
        .refused("no client", 422, "PROVIDER_NOT_CONFIGURED");
    bad.route("POST", "/api/doctors/" + NOBODY + "/calendar-connections", feed)
        .refused("nobody", 404, "NOT_FOUND");
    for (String rest : List.of("", "/busy-times", "/queue")) {
      bad.asked(path + "/" + NOBODY + rest, 404, "NOT_FOUND", "");
      bad.asked(path + "/x" + rest, 400, "", "connectionId");
    }
    bad.route("DELETE", path + "/" + NOBODY).refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", path + "/" + NOBODY + "/sync").refused("unknown", 404, "NOT_FOUND");
    for (String word : List.of("/accept", "/refuse")) {
      String proposals = doctor.path("/calendar-proposals/");
      bad.route("POST", proposals + NOBODY + word).refused("unknown", 404, "NOT_FOUND");
      bad.route("POST", proposals + "x" + word).refused("no id", 400, "", "proposalId");
    }
    bad.asked("/api/calendar-connections/google/callback", 400, "INVALID_REQUEST", "state");
    bad.asked(
        "/api/calendar-connections/google/callback?state=x&code=y", 422, "CONSENT_UNKNOWN", "");
    bad.route("POST", "/api/calendar-connections/google/notifications")
        .refused("no headers", 400, "INVALID_REQUEST");
  }
}
