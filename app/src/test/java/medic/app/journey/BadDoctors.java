package medic.app.journey;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What signing in, a doctor and their premises must not be. */
abstract class BadDoctors extends BadInput {

  BadDoctors(BadInputPractice practice) {
    super(practice);
  }

  @Override
  void gather(BadRequests bad) {
    signIn(bad);
    doctors(bad);
    locations(bad);
    rooms(bad);
    shares(bad);
    edits(bad);
  }

  private void edits(BadRequests bad) {
    Map<String, Object> profile =
        Map.of(
            "fullName", "Dr. Bad Input",
            "specialty", "Dermatology",
            "email", "bad@example.org",
            "timezone", "Europe/Berlin");
    bad.route("PUT", doctor.path("/profile"), profile)
        .malformed()
        .bodyNeeded()
        .required("fullName", "specialty", "email", "timezone")
        .longer("fullName", 200)
        .oneLine("fullName", "specialty")
        .bad("email", "", "nobody", "a@", 5)
        .bad("phone", "", "12", "+49 nobody", true)
        .zone("timezone")
        .with("doctorId", NOBODY, 400, "INVALID_REQUEST", "doctorId");
    unknownDoctor(bad, "PUT", "/profile", profile);
    unknownDoctor(bad, "POST", "/leave", Map.of());
    unknownDoctor(bad, "POST", "/return", Map.of());
    bad.route("POST", doctor.path("/leave"), Map.of()).malformed().longer("reason", 1000);
    bad.asked("/api/doctors/" + NOBODY + "/profile", 404, "NOT_FOUND", "");
    bad.asked("/api/doctors/" + NOBODY + "/leave/visits-hit", 404, "NOT_FOUND", "");
    bad.asked(doctor.path("/rooms/" + NOBODY + "/visits-hit"), 404, "NOT_FOUND", "");
    bad.asked(doctor.path("/rooms/" + other.room + "/visits-hit"), 404, "NOT_FOUND", "");
    placeEdits(bad);
    roomEdits(bad);
  }

  private void placeEdits(BadRequests bad) {
    String locations = "/locations/";
    Map<String, Object> place = Map.of("name", "North", "timezone", "Europe/Berlin");
    bad.route("PUT", doctor.path(locations + doctor.location), place)
        .malformed()
        .bodyNeeded()
        .required("name", "timezone")
        .longer("name", 200)
        .zone("timezone")
        .bad("lat", 90.1, "52")
        .flag("primary")
        .with("primary", false, 422, "PRIMARY_LOCATION_NEEDED", "primary")
        .with("locationId", NOBODY, 400, "INVALID_REQUEST", "locationId");
    unknownChild(bad, "PUT", locations, other.location, "locationId", place);
    steps(bad, locations, other.location);
    bad.route("POST", doctor.path(locations + doctor.location + "/close"), Map.of())
        .malformed()
        .longer("reason", 1000);
    part(bad, locations, "locationId", other.location);
  }

  private void roomEdits(BadRequests bad) {
    String rooms = "/locations/" + doctor.location + "/rooms/";
    Map<String, Object> room = Map.of("name", "Room 2");
    bad.route("PUT", doctor.path(rooms + doctor.room), room)
        .malformed()
        .bodyNeeded()
        .required("name")
        .longer("name", 200)
        .number("capacity", 1, 1000)
        .flag("virtual")
        .with("roomId", NOBODY, 400, "INVALID_REQUEST", "roomId");
    unknownChild(bad, "PUT", rooms, other.room, "roomId", room);
    steps(bad, rooms, other.room);
    bad.route("POST", doctor.path(rooms + doctor.room + "/unshare"), Map.of("doctorId", other.id))
        .malformed()
        .bodyNeeded()
        .required("doctorId")
        .ids("doctorId")
        .unknown("doctorId", 422, "UNKNOWN_REFERENCE");
    part(bad, rooms, "roomId", other.room);
  }

  private void steps(BadRequests bad, String rest, String foreign) {
    for (String step : List.of("/close", "/reopen")) {
      bad.route("POST", doctor.path(rest + NOBODY + step)).refused("unknown", 404, "NOT_FOUND");
      bad.route("POST", doctor.path(rest + foreign + step)).refused("foreign", 404, "NOT_FOUND");
    }
  }

  private void part(BadRequests bad, String rest, String variable, String foreign) {
    bad.asked(doctor.path(rest + NOBODY), 404, "NOT_FOUND", "");
    bad.asked(doctor.path(rest + foreign), 404, "NOT_FOUND", "");
    bad.asked(doctor.path(rest + "x"), 400, "", variable);
  }

  private void signIn(BadRequests bad) {
    bad.route("POST", "/api/auth/token", Map.of("username", "someone", "password", "long enough"))
        .malformed()
        .bodyNeeded()
        .required("username", "password")
        .longer("username", 200)
        .longer("password", 1000)
        .refused("nobody", 401, "BAD_CREDENTIALS");
    Map<String, Object> accepting =
        Map.of("token", "no link of ours", "username", "someone", "password", "long enough");
    bad.route("POST", "/api/auth/invitations/accept", accepting)
        .malformed()
        .bodyNeeded()
        .required("token", "password")
        .longer("token", 100)
        .longer("username", 100)
        .longer("password", 1000)
        .refused("no link", 404, "NOT_FOUND");
    bad.route(
            "POST",
            "/api/auth/password",
            Map.of("oldPassword", "not this one", "newPassword", "long enough"))
        .malformed()
        .bodyNeeded()
        .required("oldPassword", "newPassword")
        .longer("oldPassword", 1000)
        .longer("newPassword", 1000)
        .refused("wrong", 422, "WRONG_PASSWORD", "oldPassword");
    staff(bad);
  }

  private void staff(BadRequests bad) {
    bad.route("POST", "/api/admin/logins", Map.of("username", "admin", "role", "AUDITOR"))
        .malformed()
        .bodyNeeded()
        .required("username", "role")
        .longer("username", 100)
        .with("username", "a b", 400, "", "username")
        .with("username", "ab", 400, "", "username")
        .with("role", "DOCTOR", 400, "", "role")
        .with("role", "ROOT", 400, "", "role")
        .refused("taken", 409, "USERNAME_TAKEN", "username");
    bad.route("POST", "/api/admin/logins/" + NOBODY + "/reset", Map.of("showLink", true))
        .malformed()
        .refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", "/api/admin/logins/x/disable", Map.of()).refused("no id", 400, "", "loginId");
    bad.route("POST", "/api/doctors/" + NOBODY + "/invitation", Map.of("showLink", true))
        .malformed()
        .refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", "/api/doctors/x/invitation", Map.of()).refused("no id", 400, "", "doctorId");
  }

  private void doctors(BadRequests bad) {
    Map<String, Object> newDoctor =
        Map.of(
            "fullName", "Dr. Bad Input",
            "specialty", "Dermatology",
            "email", "bad@example.org",
            "timezone", "Europe/Berlin",
            "login", LOGIN);
    bad.route("POST", "/api/doctors", newDoctor)
        .malformed()
        .bodyNeeded()
        .required("fullName", "specialty", "email", "timezone")
        .bad("fullName", "", "  ")
        .sent("{\"fullName\":\"\\ud800\"}", "half a pair", 400, "INVALID_REQUEST", "fullName")
        .longer("fullName", 200)
        .longer("specialty", 200)
        .oneLine("fullName", "specialty")
        .bad("email", "drœ@practice.example", "a b@practice.example", "dr@practice.example\n")
        .bad("email", "", "nobody", "a@", "x".repeat(250) + "@example.org", 5)
        .zone("timezone")
        .ids("doctorId")
        .bad("login", "admin", 1, List.of())
        .with("login", Map.of("username", ""), 400, "", USER)
        .with("login", Map.of("username", "x".repeat(101)), 400, "", USER)
        .with("login", Map.of("password", "long enough"), 400, "", USER)
        .with("login", Map.of("username", "abc", "password", "long enough"), 400, "", PASSWORD)
        .with("doctorId", doctor.id, 409, "ID_ALREADY_USED", "doctorId");
  }

  private void locations(BadRequests bad) {
    Map<String, Object> location =
        Map.of("name", "North", "city", "Berlin", "timezone", "Europe/Berlin", "primary", false);
    bad.route("POST", doctor.path("/locations"), location)
        .malformed()
        .bodyNeeded()
        .required("name", "timezone")
        .bad("name", "", "  ")
        .longer("name", 200)
        .longer("address", 500)
        .unreadable("address")
        .oneLine("name", "city", "country")
        .longer("city", 200)
        .longer("country", 200)
        .zone("timezone")
        .bad("lat", 90.1, -90.1, "52", new BigDecimal("1e400"), List.of())
        .bad("lng", 180.1, -180.1, "13", true)
        .flag("primary")
        .ids("locationId")
        .with("locationId", doctor.location, 409, "ID_ALREADY_USED", "locationId");
    unknownDoctor(bad, "POST", "/locations", location);
  }

  private void rooms(BadRequests bad) {
    String rooms = "/locations/" + doctor.location + "/rooms";
    Map<String, Object> newRoom = Map.of("name", "Room 2", "capacity", 1, "virtual", false);
    bad.route("POST", doctor.path(rooms), newRoom)
        .malformed()
        .bodyNeeded()
        .required("name")
        .longer("name", 200)
        .number("capacity", 1, 1000)
        .flag("virtual")
        .ids("roomId")
        .with("roomId", doctor.room, 409, "ID_ALREADY_USED", "roomId")
        .with("roomId", other.room, 409, "ID_ALREADY_USED", "roomId");
    bad.route("POST", doctor.path("/locations/" + NOBODY + "/rooms"), newRoom)
        .refused("unknown location", 404, "NOT_FOUND");
    bad.route("POST", doctor.path("/locations/" + other.location + "/rooms"), newRoom)
        .refused("foreign location", 404, "NOT_FOUND");
    bad.route("POST", doctor.path("/locations/x/rooms"), newRoom)
        .refused("no id", 400, "", "locationId");
  }

  private void shares(BadRequests bad) {
    String rooms = "/locations/" + doctor.location + "/rooms";
    Map<String, Object> guest = Map.of("doctorId", other.id);
    bad.route("POST", doctor.path(rooms + "/" + doctor.room + "/share"), guest)
        .malformed()
        .bodyNeeded()
        .required("doctorId")
        .ids("doctorId")
        .unknown("doctorId", 422, "UNKNOWN_REFERENCE");
    bad.route("POST", doctor.path(rooms + "/" + NOBODY + "/share"), guest)
        .refused("unknown room", 404, "NOT_FOUND");
    bad.route("POST", doctor.path(rooms + "/" + other.room + "/share"), guest)
        .refused("foreign room", 404, "NOT_FOUND");
    bad.route("POST", doctor.path(rooms + "/x/share"), guest).refused("no id", 400, "", "roomId");
  }
}
