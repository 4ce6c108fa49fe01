package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.BadRequests.BadRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with a request, it is answered with a problem that names the field, and nothing
 * is stored.
 */
class BadInputTest {

  private static final String NOBODY = UUID.randomUUID().toString();
  private static final Map<String, Object> LOGIN =
      Map.of("username", "left.behind", "password", "long enough");

  private static TestServer server;
  private static Client admin;
  private static Practice.Doctor doctor;
  private static Practice.Doctor other;
  private static String patient;
  private static String room;
  private static String otherRoom;
  private static String slug;
  private static String slot;
  private static String appointment;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin = server.admin();
    Practice practice = new Practice(admin);
    slug = "taken-" + UUID.randomUUID().toString().substring(0, 8);
    doctor = practice.doctor(Map.of("slug", slug));
    other = practice.doctor();
    room = doctor.addRoom();
    otherRoom = other.addRoom();
    patient = practice.patient();
    var slots = doctor.slots(admin);
    slot = slots.get(20).path("startsAt").asString();
    String booked = slots.get(2).path("startsAt").asString();
    appointment =
        admin
            .post("/api/appointments", doctor.booking(patient, booked))
            .expect(201)
            .text("appointmentId");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "people",
    "premises",
    "appointmentTypes",
    "templates",
    "timesAway",
    "bookings",
    "transitions",
    "questions",
    "messages",
    "calendars",
    "addresses"
  })
  void isRefusedAndLeavesNothing(BadRequest bad) {
    Stored before = Stored.in(server.dataSource());

    Answer answer = admin.send(bad.method(), bad.path(), bad.body());

    String told = bad + ": " + answer.raw().body();
    assertThat(answer.status()).as(told).isEqualTo(bad.status());
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.text("code")).isNotBlank();
    if (!bad.code().isEmpty()) {
      assertThat(answer.text("code")).as(told).isEqualTo(bad.code());
    }
    if (!bad.field().isEmpty()) {
      assertThat(answer.body().path("errors").findValuesAsString("field"))
          .as(told)
          .contains(bad.field());
    }
    assertThat(answer.text("detail")).isNotBlank();
    assertThat(answer.raw().body())
        .doesNotContain("Exception")
        .doesNotContain("\tat ")
        .doesNotContain("java.")
        .doesNotContain("medic.booking");
    assertThat(Stored.in(server.dataSource())).as(told).isEqualTo(before);
  }

  static List<BadRequest> people() {
    BadRequests bad = new BadRequests();
    bad.route("POST", "/api/auth/token", Map.of("username", "someone", "password", "long enough"))
        .malformed()
        .bodyNeeded()
        .required("username", "password")
        .longer("username", 200)
        .longer("password", 200)
        .refused("nobody", 401, "BAD_CREDENTIALS");
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
        .bad("email", "", "nobody", "a@", "x".repeat(250) + "@example.org", 5)
        .zone("timezone")
        .ids("doctorId")
        .bad("login", "admin", 1, List.of())
        .with("login", Map.of("username", "a b", "password", "long enough"), 400, "", USER)
        .with("login", Map.of("username", "ab", "password", "long enough"), 400, "", USER)
        .with("login", Map.of("username", "abc", "password", "short"), 400, "", PASSWORD)
        .with("login", Map.of("username", "abc", "password", "ü".repeat(37)), 400, "", PASSWORD)
        .with("login", Map.of("password", "long enough"), 400, "", USER)
        .with("login", Map.of("username", "abc"), 400, "", PASSWORD)
        .with("login", Map.of("username", "ADMIN", "password", "long enough"), 409, TAKEN, USER)
        .with("doctorId", doctor.id, 409, "ID_ALREADY_USED", "doctorId");
    Map<String, Object> profile =
        Map.of("fullName", "Bad Input", "email", "bad@example.org", "phone", "+49 30 1234");
    Map<String, Object> newPatient = new HashMap<>(profile);
    newPatient.put("login", LOGIN);
    profileOf(bad.route("POST", "/api/patients", newPatient))
        .ids("patientId")
        .with("login", Map.of("username", "abc", "password", "short"), 400, "", PASSWORD)
        .with("patientId", new UUID(0, 1).toString(), 400, "INVALID_REQUEST", "patientId")
        .with("patientId", patient, 409, "ID_ALREADY_USED", "patientId");
    profileOf(bad.route("PUT", "/api/patients/" + patient, profile))
        .with("patientId", NOBODY, 400, "INVALID_REQUEST", "patientId");
    bad.route("PUT", "/api/patients/" + NOBODY, profile).refused("unknown", 404, "NOT_FOUND");
    bad.route("PUT", "/api/patients/x", profile).refused("no id", 400, "", "patientId");
    return bad.all();
  }

  private static final String USER = "login.username";
  private static final String PASSWORD = "login.password";
  private static final String TAKEN = "USERNAME_TAKEN";

  private static BadRequests profileOf(BadRequests bad) {
    return bad.malformed()
        .bodyNeeded()
        .required("fullName")
        .bad("fullName", "", 5)
        .longer("fullName", 200)
        .oneLine("fullName")
        .bad("email", "nobody", "x".repeat(250) + "@example.org", 5)
        .bad("phone", "call me", "1", "+" + "1".repeat(60), 5)
        .bad("preferredLanguage", "not a language", "x", 5)
        .zone("preferredTimezone")
        .bad("communicationPreferences", "all", 1, List.of())
        .bad("communicationPreferences", Map.of("sms", "yes"), Map.of("email", 1))
        .bad("communicationPreferences", Map.of("reminderHours", 24))
        .bad("communicationPreferences", Map.of("reminderHours", List.of(0)))
        .bad("communicationPreferences", Map.of("reminderHours", List.of(721)))
        .bad("communicationPreferences", Map.of("reminderHours", List.of(1, 2, 3, 4, 5, 6)))
        .bad("communicationPreferences", Map.of("quietHours", Map.of("from", "21:00")))
        .bad("communicationPreferences", Map.of("quietHours", Map.of("from", "9", "to", "24:00")))
        .bad("communicationPreferences", Map.of("note", "x".repeat(4096)))
        .bad("communicationPreferences", Map.of("note", "ü".repeat(2048)))
        .bad("communicationPreferences", Map.of("deep", Map.of("er", List.of(List.of()))))
        .bad("emergencyContact", "mother", List.of())
        .with("emergencyContact", Map.of("name", "A\nB"), 400, "", "emergencyContact.name")
        .with("emergencyContact", Map.of("phone", "112"), 400, "", "emergencyContact.name")
        .sent(Map.of("fullName", "Unreachable"), "no contact", 422, "CONTACT_MISSING", "");
  }

  static List<BadRequest> premises() {
    BadRequests bad = new BadRequests();
    Map<String, Object> location =
        Map.of("name", "North", "city", "Berlin", "timezone", "Europe/Berlin", "primary", false);
    bad.route("POST", doctor.path("/locations"), location)
        .malformed()
        .bodyNeeded()
        .required("name", "timezone")
        .bad("name", "", "  ")
        .longer("name", 200)
        .longer("address", 500)
        .oneLine("name", "city", "country")
        .longer("city", 200)
        .longer("country", 200)
        .zone("timezone")
        .bad("lat", 90.1, -90.1, "52", new java.math.BigDecimal("1e400"), List.of())
        .bad("lng", 180.1, -180.1, "13", true)
        .flag("primary")
        .ids("locationId")
        .with("locationId", doctor.location, 409, "ID_ALREADY_USED", "locationId");
    unknownDoctor(bad, "POST", "/locations", location);
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
        .with("roomId", room, 409, "ID_ALREADY_USED", "roomId")
        .with("roomId", otherRoom, 409, "ID_ALREADY_USED", "roomId");
    bad.route("POST", doctor.path("/locations/" + NOBODY + "/rooms"), newRoom)
        .refused("unknown location", 404, "NOT_FOUND");
    bad.route("POST", doctor.path("/locations/" + other.location + "/rooms"), newRoom)
        .refused("foreign location", 404, "NOT_FOUND");
    bad.route("POST", doctor.path("/locations/x/rooms"), newRoom)
        .refused("no id", 400, "", "locationId");
    Map<String, Object> guest = Map.of("doctorId", other.id);
    bad.route("POST", doctor.path(rooms + "/" + room + "/share"), guest)
        .malformed()
        .bodyNeeded()
        .required("doctorId")
        .ids("doctorId")
        .unknown("doctorId", 422, "UNKNOWN_REFERENCE");
    bad.route("POST", doctor.path(rooms + "/" + NOBODY + "/share"), guest)
        .refused("unknown room", 404, "NOT_FOUND");
    bad.route("POST", doctor.path(rooms + "/" + otherRoom + "/share"), guest)
        .refused("foreign room", 404, "NOT_FOUND");
    bad.route("POST", doctor.path(rooms + "/x/share"), guest).refused("no id", 400, "", "roomId");
    return bad.all();
  }

  private static void unknownDoctor(
      BadRequests bad, String method, String rest, Map<String, Object> body) {
    bad.route(method, "/api/doctors/" + NOBODY + rest, body)
        .refused("unknown doctor", 404, "NOT_FOUND");
    bad.route(method, "/api/doctors/x" + rest, body).refused("no id", 400, "", "doctorId");
  }

  static List<BadRequest> appointmentTypes() {
    BadRequests bad = new BadRequests();
    Map<String, Object> type =
        Map.of(
            "slug", "fresh",
            "name", "Fresh",
            "durationMinutes", 30,
            "priceCents", 100,
            "currency", "EUR",
            "consultationMode", "in_person");
    String path = doctor.path("/appointment-types");
    termsOf(bad.route("POST", path, type))
        .with("slug", slug, 409, "SLUG_TAKEN", "slug")
        .with("appointmentTypeId", doctor.type, 409, "ID_ALREADY_USED", "appointmentTypeId");
    String second = doctor.addType(Map.of());
    termsOf(bad.route("PUT", path + "/" + second, type))
        .with("slug", slug, 409, "SLUG_TAKEN", "slug")
        .with("appointmentTypeId", NOBODY, 400, "INVALID_REQUEST", "appointmentTypeId");
    unknownDoctor(bad, "POST", "/appointment-types", type);
    unknownChild(bad, "PUT", "/appointment-types/", other.type, "appointmentTypeId", type);
    unknownChild(bad, "DELETE", "/appointment-types/", other.type, "appointmentTypeId", Map.of());
    return bad.all();
  }

  private static BadRequests termsOf(BadRequests bad) {
    return bad.malformed()
        .bodyNeeded()
        .required("slug", "name", "durationMinutes", "consultationMode")
        .bad("slug", "", "Upper", "two words", "-a", "a--b", "x".repeat(101), 7)
        .longer("name", 200)
        .longer("description", 2000)
        .number("durationMinutes", 1, 1440)
        .number("bufferBeforeMinutes", 0, 1440)
        .number("bufferAfterMinutes", 0, 1440)
        .number("priceCents", 0, 1_000_000_000)
        .number("minNoticeMinutes", 0, 525_600)
        .number("maxFutureDays", 0, 3650)
        .number("maxRescheduleCount", 0, 1000)
        .bad("currency", "euro", "eur", "", 978)
        .bad("consultationMode", "hologram", 0, "", List.of())
        .bad("locationIds", "all", 1, Map.of())
        .with("locationIds", List.of("x"), 400, "", "locationIds[0]")
        .with("locationIds", Collections.singletonList(null), 400, "", "locationIds[0]")
        .with("locationIds", List.of(NOBODY), 422, "UNKNOWN_REFERENCE", "locationIds")
        .with("locationIds", List.of(other.location), 422, "UNKNOWN_REFERENCE", "locationIds")
        .ids("defaultLocationId", "defaultRoomId")
        .unknown("defaultLocationId", 422, "UNKNOWN_REFERENCE")
        .unknown("defaultRoomId", 422, "UNKNOWN_REFERENCE")
        .with("defaultRoomId", otherRoom, 422, "UNKNOWN_REFERENCE", "defaultRoomId")
        .flag("active")
        .flag("allowPatientReschedule")
        .flag("requiresConfirmation");
  }

  private static void unknownChild(
      BadRequests bad,
      String method,
      String rest,
      String foreign,
      String variable,
      Map<String, Object> body) {
    bad.route(method, doctor.path(rest + NOBODY), body).refused("unknown", 404, "NOT_FOUND");
    bad.route(method, doctor.path(rest + foreign), body).refused("foreign", 404, "NOT_FOUND");
    bad.route(method, doctor.path(rest + "x"), body).refused("no id", 400, "", variable);
  }

  static List<BadRequest> templates() {
    BadRequests bad = new BadRequests();
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
    return bad.all();
  }

  private static Map<String, Object> pause(String start, String end) {
    return Map.of("start", start, "end", end);
  }

  private static BadRequests hoursOf(BadRequests bad) {
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

  static List<BadRequest> timesAway() {
    BadRequests bad = new BadRequests();
    Map<String, Object> away =
        Map.of("startAt", "2027-03-01T08:00:00Z", "endAt", "2027-03-02T08:00:00Z");
    Map<String, Object> exception = new HashMap<>(away);
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
    stretch(bad.route("POST", doctor.path("/time-off"), away)).ids("timeOffId");
    unknownDoctor(bad, "POST", "/time-off", away);
    String asked = admin.post(doctor.path("/time-off"), away).expect(201).text("timeOffId");
    admin.post(doctor.path("/time-off/" + asked + "/reject"), null).expect(200);
    for (String step : List.of("approve", "reject", "cancel")) {
      bad.route("POST", doctor.path("/time-off/" + NOBODY + "/" + step))
          .refused("unknown", 404, "NOT_FOUND");
      bad.route("POST", doctor.path("/time-off/x/" + step)).refused("no id", 400, "", "timeOffId");
      bad.route("POST", doctor.path("/time-off/" + asked + "/" + step)).longer("reason", 1000);
    }
    bad.route("POST", doctor.path("/time-off/" + asked + "/approve"))
        .refused("rejected before", 422, "INVALID_TRANSITION");
    busyTimes(bad);
    return bad.all();
  }

  private static BadRequests stretch(BadRequests bad) {
    return bad.malformed()
        .bodyNeeded()
        .required("startAt", "endAt")
        .times("startAt", "endAt")
        .with("endAt", "2027-03-01T08:00:00Z", 422, "INVALID_RANGE", "endAt")
        .with("endAt", "2027-02-01T08:00:00Z", 422, "INVALID_RANGE", "endAt")
        .longer("reason", 500);
  }

  private static void busyTimes(BadRequests bad) {
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

  static List<BadRequest> bookings() {
    BadRequests bad = new BadRequests();
    Map<String, Object> hold =
        Map.of("doctorId", doctor.id, "appointmentTypeId", doctor.type, "startsAt", slot);
    slotOf(bad.route("POST", "/api/holds", hold)).ids("holdId");
    bad.route("DELETE", "/api/holds/" + NOBODY).refused("unknown", 404, "NOT_FOUND");
    bad.route("DELETE", "/api/holds/x").refused("no id", 400, "", "holdId");
    slotOf(bad.route("POST", "/api/appointments", doctor.booking(patient, slot)))
        .required("patientId")
        .ids("appointmentId", "patientId", "roomId", "holdId")
        .unknown("patientId", 422, "UNKNOWN_REFERENCE")
        .unknown("roomId", 422, "UNKNOWN_REFERENCE")
        .with("roomId", otherRoom, 422, "UNKNOWN_REFERENCE", "roomId")
        .unknown("holdId", 422, "HOLD_EXPIRED")
        .with("appointmentId", appointment, 409, "ID_ALREADY_USED", "appointmentId")
        .longer("reason", 1000)
        .zone("patientTimezone")
        .bad("source", "carrier_pigeon", 1, "");
    return bad.all();
  }

  private static BadRequests slotOf(BadRequests bad) {
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

  static List<BadRequest> transitions() {
    BadRequests bad = new BadRequests();
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
    return bad.all();
  }

  static List<BadRequest> questions() {
    BadRequests bad = new BadRequests();
    String availability = doctor.path("/availability");
    String ofType = "?appointmentTypeId=" + doctor.type;
    for (String path : List.of(availability, availability + "/stream")) {
      asked(bad, path, 400, "INVALID_REQUEST", "appointmentTypeId");
      asked(bad, path + "?appointmentTypeId=x", 400, "INVALID_REQUEST", "appointmentTypeId");
      asked(bad, path + "?appointmentTypeId=" + NOBODY, 404, "NOT_FOUND", "");
      asked(bad, path + "?appointmentTypeId=" + other.type, 404, "NOT_FOUND", "");
      asked(bad, path + ofType + "&locationId=x", 400, "INVALID_REQUEST", "locationId");
      asked(bad, path + ofType + "&locationId=" + NOBODY, 404, "NOT_FOUND", "");
      ranges(bad, path + ofType + "&");
    }
    asked(bad, "/api/doctors/" + NOBODY + "/availability" + ofType, 404, "NOT_FOUND", "");
    asked(bad, "/api/doctors/x/availability" + ofType, 400, "", "doctorId");
    for (String view : List.of("/agenda", "/analytics")) {
      asked(bad, "/api/doctors/" + NOBODY + view, 404, "NOT_FOUND", "");
      asked(bad, "/api/doctors/x" + view, 400, "", "doctorId");
      ranges(bad, doctor.path(view) + "?");
    }
    asked(bad, "/api/doctors/" + NOBODY, 404, "NOT_FOUND", "");
    asked(bad, "/api/doctors/x", 400, "", "doctorId");
    pages(bad, "/api/doctors?");
    limits(bad, "/api/availability/next?");
    times(bad, "/api/availability/next?", "from");
    String bookings = "/api/patients/" + patient + "/appointments?";
    pages(bad, bookings);
    asked(bad, bookings + "when=someday", 400, "INVALID_REQUEST", "when");
    asked(bad, "/api/patients/x/appointments", 400, "", "patientId");
    asked(bad, "/api/patients/" + NOBODY, 404, "NOT_FOUND", "");
    asked(bad, "/api/patients/x", 400, "", "patientId");
    for (String rest : List.of("", "/timeline")) {
      asked(bad, "/api/appointments/" + NOBODY + rest, 404, "NOT_FOUND", "");
      asked(bad, "/api/appointments/x" + rest, 400, "", "appointmentId");
    }
    times(bad, "/api/appointments/" + appointment + "?", "asOf");
    asked(bad, "/api/appointments/" + appointment + "?asOf=2020-01-01", 404, "NOT_FOUND", "");
    changes(bad, "/api/appointments/" + appointment + "/changes?");
    changes(bad, doctor.path("/changes?"));
    changes(bad, availability + "/changes" + ofType + "&");
    String changesOfSlots = availability + "/changes" + ofType + "&from=2026-01-01&";
    times(bad, changesOfSlots, "slotsFrom");
    times(bad, changesOfSlots, "slotsTo");
    asked(bad, changesOfSlots + "slotsTo=2097-01-01", 400, "RANGE_TOO_LONG", "to");
    String past = "/changes?from=2019-01-01&to=2020-01-01";
    asked(bad, "/api/appointments/" + appointment + past, 404, "NOT_FOUND", "");
    asked(bad, "/api/appointments/" + NOBODY + "/changes?from=2019-01-01", 404, "NOT_FOUND", "");
    asked(bad, doctor.path(past), 404, "NOT_FOUND", "");
    asked(bad, "/api/doctors/" + NOBODY + "/changes?from=2019-01-01", 404, "NOT_FOUND", "");
    asked(bad, "/api/appointments/x/changes?from=2019-01-01", 400, "", "appointmentId");
    for (String path : List.of("/api/audit/events?", "/api/audit/export?")) {
      for (String id : List.of("appointmentId", "doctorId", "patientId")) {
        asked(bad, path + id + "=x", 400, "INVALID_REQUEST", id);
      }
      times(bad, path, "from");
      times(bad, path, "to");
    }
    pages(bad, "/api/audit/events?");
    asked(bad, "/api/audit/export?format=xml", 400, "INVALID_REQUEST", "format");
    asked(bad, "/api/audit/proof", 400, "INVALID_REQUEST", "eventId");
    asked(bad, "/api/audit/proof?eventId=" + NOBODY, 404, "NOT_FOUND", "");
    asked(bad, "/api/audit/proof?eventId=%27%20or%201%3D1", 404, "NOT_FOUND", "");
    asked(bad, "/api/audit/consistency", 400, "INVALID_REQUEST", "from");
    for (String range : List.of("x", "-1", "9223372036854775807", "1.5", "2&to=1")) {
      asked(bad, "/api/audit/consistency?from=" + range, 400, "INVALID_REQUEST", "from");
    }
    for (String to : List.of("x", "-1", "9223372036854775807")) {
      asked(bad, "/api/audit/consistency?from=0&to=" + to, 400, "INVALID_REQUEST", "to");
    }
    return bad.all();
  }

  private static void asked(BadRequests bad, String path, int status, String code, String field) {
    bad.route("GET", path).refused("", status, code, field);
  }

  private static void ranges(BadRequests bad, String path) {
    times(bad, path, "from");
    times(bad, path, "to");
    asked(bad, path + "from=2027-01-02&to=2027-01-01", 400, "RANGE_EMPTY", "to");
    asked(bad, path + "from=2027-01-01&to=2097-01-01", 400, "RANGE_TOO_LONG", "to");
  }

  private static void changes(BadRequests bad, String path) {
    asked(bad, path, 400, "INVALID_REQUEST", "from");
    asked(bad, path + "from=", 400, "INVALID_REQUEST", "from");
    asked(bad, path + "from=2150-01-01", 400, "INVALID_REQUEST", "from");
    times(bad, path, "from");
    times(bad, path + "from=2019-01-01&", "to");
    asked(bad, path + "from=2019-01-01&to=2150-01-01T00:00:00Z", 400, "INVALID_REQUEST", "to");
    asked(bad, path + "from=2019-01-03&to=2019-01-01", 400, "RANGE_EMPTY", "to");
  }

  private static void times(BadRequests bad, String path, String field) {
    for (String value :
        List.of("soon", "2027-02-30", "2027-01-01T25:00:00Z", "%2B999999-01-01", "1066-10-14")) {
      asked(bad, path + field + "=" + value, 400, "INVALID_REQUEST", field);
    }
  }

  private static void pages(BadRequests bad, String path) {
    limits(bad, path);
    for (String cursor :
        List.of("x", "%00", "!!!", "MjAyNi0xMi0wMVQwODowMDowMFogeA", "a".repeat(2000))) {
      asked(bad, path + "cursor=" + cursor, 400, "INVALID_REQUEST", "cursor");
    }
  }

  private static void limits(BadRequests bad, String path) {
    for (String limit : List.of("0", "-1", "201", "many", "99999999999", "1.5")) {
      asked(bad, path + "limit=" + limit, 400, "INVALID_REQUEST", "limit");
    }
  }

  static List<BadRequest> calendars() {
    BadRequests bad = new BadRequests();
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
            "https://user:word@calendar.example/a.ics",
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
      asked(bad, path + "/" + NOBODY + rest, 404, "NOT_FOUND", "");
      asked(bad, path + "/x" + rest, 400, "", "connectionId");
    }
    bad.route("DELETE", path + "/" + NOBODY).refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", path + "/" + NOBODY + "/sync").refused("unknown", 404, "NOT_FOUND");
    for (String word : List.of("/accept", "/refuse")) {
      String proposals = doctor.path("/calendar-proposals/");
      bad.route("POST", proposals + NOBODY + word).refused("unknown", 404, "NOT_FOUND");
      bad.route("POST", proposals + "x" + word).refused("no id", 400, "", "proposalId");
    }
    asked(bad, "/api/calendar-connections/google/callback", 400, "INVALID_REQUEST", "state");
    asked(
        bad,
        "/api/calendar-connections/google/callback?state=x&code=y",
        422,
        "CONSENT_UNKNOWN",
        "");
    bad.route("POST", "/api/calendar-connections/google/notifications")
        .refused("no headers", 400, "INVALID_REQUEST");
    return bad.all();
  }

  static List<BadRequest> messages() {
    BadRequests bad = new BadRequests();
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
        .bad("channel", "pigeon", 0, "", "SMS ")
        .flag("given");
    bad.route(
            "POST",
            "/api/patients/" + NOBODY + "/consents",
            Map.of("channel", "sms", "given", true))
        .refused("unknown", 404, "NOT_FOUND");
    String optOut = "/api/notifications/opt-out";
    bad.route("POST", optOut).refused("no token", 400, "", "token");
    for (String token : List.of("", "x", "%20", "A".repeat(44), "A".repeat(5000))) {
      bad.route("POST", optOut + "?token=" + token).refused("forged", 400, "", "token");
    }
    bad.route("POST", "/api/admin/dead-letters/" + NOBODY + "/retry")
        .refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", "/api/admin/dead-letters/x/retry").refused("no id", 400, "", "id");
    bad.route("DELETE", "/api/admin/dead-letters/x").refused("no id", 400, "", "id");
    asked(bad, "/api/admin/notifications?state=lost", 400, "INVALID_REQUEST", "state");
    asked(bad, "/api/admin/notifications?cursor=!", 400, "INVALID_REQUEST", "cursor");
    asked(bad, "/api/admin/notifications?appointmentId=x", 400, "", "appointmentId");
    limits(bad, "/api/admin/dead-letters?");
    limits(bad, "/api/patients/" + patient + "/notifications?");
    return bad.all();
  }

  static List<BadRequest> addresses() {
    BadRequests bad = new BadRequests();
    asked(bad, "/api/nothing/here", 404, "NOT_FOUND", "");
    bad.route("PUT", "/api/appointments").refused("", 405, "METHOD_NOT_ALLOWED");
    bad.route("DELETE", "/api/doctors").refused("", 405, "METHOD_NOT_ALLOWED");
    bad.route("POST", "/api/doctors")
        .sent(Map.of("fullName", "x".repeat(1 << 20)), "huge", 413, "BODY_TOO_LARGE", "");
    return bad.all();
  }

  @Test
  void refusesOtherFormatsThanJson() {
    admin
        .with("Content-Type", "text/plain")
        .postRaw("/api/appointments", "hello")
        .expect(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void refusesKeysAndPositionsThatAreNone() {
    Stored before = Stored.in(server.dataSource());
    for (String key : List.of(" ", "k".repeat(201))) {
      Answer answer =
          admin
              .with("Idempotency-Key", key)
              .post("/api/appointments", doctor.booking(patient, slot))
              .expect(400, "INVALID_REQUEST");
      assertThat(answer.body().path("errors").findValuesAsString("field"))
          .containsExactly("Idempotency-Key");
    }
    Answer answer = server.admin().with("Medic-Position", "here").get("/api/doctors").expect(400);
    assertThat(answer.body().path("errors").findValuesAsString("field"))
        .containsExactly("Medic-Position");
    assertThat(Stored.in(server.dataSource())).isEqualTo(before);
  }
}
