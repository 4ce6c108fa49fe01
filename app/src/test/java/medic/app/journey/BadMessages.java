package medic.app.journey;

import java.util.List;
import java.util.Map;

/** What reminders, consents and messages must not be. */
abstract class BadMessages extends BadInput {

  BadMessages(BadInputPractice practice) {
    super(practice);
  }

  @Override
  void gather(BadRequests bad) {
    Map<String, Object> plan = Map.of("hoursBefore", List.of(24));
    String types = doctor.path("/appointment-types/");
    bad.route("PUT", types + doctor.type + "/reminders", plan)
        .malformed()
        .bodyNeeded()
        .required("hoursBefore")
        .bad("hoursBefore", "24", 24, Map.of(), List.of(1, 2, 3, 4, 5, 6))
        .with("hoursBefore", List.of(0), 400, "INVALID_REQUEST", "hoursBefore[0]")
        .with("hoursBefore", List.of(721), 400, "INVALID_REQUEST", "hoursBefore[0]")
        .with("hoursBefore", List.of("x"), 400, "INVALID_REQUEST", "");
    bad.route("PUT", types + NOBODY + "/reminders", plan).refused("unknown", 404, "NOT_FOUND");
    bad.route("PUT", types + other.type + "/reminders", plan).refused("theirs", 404, "NOT_FOUND");
    bad.route(
            "POST",
            "/api/patients/" + patient + "/consents",
            Map.of("channel", "sms", "given", true))
        .malformed()
        .bodyNeeded()
        .required("channel", "given")
        .bad("channel", "pigeon", 0, "", "SMS ", "call")
        .flag("given");
    bad.route(
            "POST",
            "/api/patients/" + NOBODY + "/consents",
            Map.of("channel", "sms", "given", true))
        .refused("unknown", 404, "NOT_FOUND");
    String calls = "/api/doctors/" + other.id + "/calls/";
    bad.route("POST", calls + NOBODY + "/end", Map.of("outcome", "told"))
        .malformed()
        .bodyNeeded()
        .required("outcome")
        .bad("outcome", "shouted", 0, "", "TOLD ")
        .refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", calls + "x/end", Map.of("outcome", "told"))
        .refused("no id", 400, "", "callId");
    String optOut = "/api/notifications/opt-out";
    bad.route("POST", optOut).refused("no token", 400, "", "token");
    for (String token : List.of("", "x", "%20", "A".repeat(44), "A".repeat(5000))) {
      bad.route("POST", optOut + "?token=" + token).refused("forged", 400, "", "token");
    }
    bad.route("POST", "/api/admin/dead-letters/" + NOBODY + "/retry")
        .refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", "/api/admin/dead-letters/x/retry").refused("no id", 400, "", "id");
    bad.route("DELETE", "/api/admin/dead-letters/x").refused("no id", 400, "", "id");
    for (String none : List.of("none", "AGENDA", "%20", "agenda'--", "a".repeat(500))) {
      String model = "/api/admin/projections/" + none;
      bad.asked(model, 404, "NOT_FOUND", "");
      bad.asked(model + "/rebuild/stream", 404, "NOT_FOUND", "");
      bad.route("POST", model + "/rebuild").refused("unknown", 404, "NOT_FOUND");
      bad.route("POST", model + "/rebuild/pause").refused("unknown", 404, "NOT_FOUND");
      bad.route("POST", model + "/rebuild/resume").refused("unknown", 404, "NOT_FOUND");
      bad.route("DELETE", model + "/rebuild").refused("unknown", 404, "NOT_FOUND");
    }
    bad.asked("/api/admin/notifications?state=lost", 400, "INVALID_REQUEST", "state");
    bad.asked("/api/admin/notifications?cursor=!", 400, "INVALID_REQUEST", "cursor");
    bad.asked("/api/admin/notifications?appointmentId=x", 400, "", "appointmentId");
    bad.limits("/api/admin/calls?").cursors("/api/admin/calls?");
    bad.limits("/api/admin/dead-letters?");
    bad.limits("/api/patients/" + patient + "/notifications?");
  }
}
