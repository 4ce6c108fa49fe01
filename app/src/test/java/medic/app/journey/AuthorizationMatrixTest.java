package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route, asked by everybody: each must have a line in the table below. A good request is sent
 * for objects of one doctor and one patient, so that what is refused is refused for who asks.
 */
@Tag("server")
class AuthorizationMatrixTest {

  /** Who asks; own and other are meant as seen from the objects in the table. */
  enum Who {
    ANONYMOUS,
    ADMIN,
    AUDITOR,
    OWN_DOCTOR,
    OTHER_DOCTOR,
    OWN_PATIENT,
    OTHER_PATIENT
  }

  /** What they get; anything else that is no refusal of the caller is allowed. */
  enum Expected {
    ALLOWED,
    UNAUTHENTICATED,
    FORBIDDEN,
    HIDDEN
  }

  private static final Expected OK = Expected.ALLOWED;
  private static final Expected NO = Expected.FORBIDDEN;
  private static final Expected HIDDEN = Expected.HIDDEN;
  private static final Map<String, Rule> RULES = new LinkedHashMap<>();

  /** What each may, and a request that finds what it names. */
  record Rule(Map<Who, Expected> who, Supplier<Request> request) {}

  record Request(String path, Object body) {}

  record Asked(String route, Who who) {
    @Override
    public String toString() {
      return who + " " + route;
    }
  }

  private static TestServer server;
  private static Client admin;
  private static Practice practice;
  private static Practice.Doctor doctor;
  private static Practice.Doctor other;
  private static String patient;
  private static String otherPatient;
  private static String patientLogin;
  private static String otherLogin;
  private static TestFeed feed;
  private static String appointment;
  private static String slot;
  private static Description description;
  private static final Map<Who, Client> CLIENTS = new EnumMap<>(Who.class);

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    feed = TestFeed.start();
    admin = server.admin();
    description = Description.of(server);
    practice = new Practice(admin);
    doctor = practice.doctor();
    other = practice.doctor();
    doctor.addRoom();
    patientLogin = login();
    otherLogin = login();
    patient = practice.patient(patientLogin);
    otherPatient = practice.patient(otherLogin);
    var slots = doctor.slots(admin);
    slot = slots.get(9).path("startsAt").asString();
    appointment =
        admin
            .post(
                "/api/appointments",
                doctor.booking(patient, slots.get(2).path("startsAt").asString()))
            .expect(201)
            .text("appointmentId");
    Client anonymous = server.anonymous();
    CLIENTS.put(Who.ANONYMOUS, anonymous);
    CLIENTS.put(Who.ADMIN, admin);
    signIn(anonymous);
    admin.get("/api/patients/" + patient + "/appointments").expect(200);
    rules();
  }

  private static void signIn(Client anonymous) {
    CLIENTS.put(Who.AUDITOR, server.auditor());
    CLIENTS.put(Who.OWN_DOCTOR, anonymous.login(doctor.login(), "long enough"));
    CLIENTS.put(Who.OTHER_DOCTOR, anonymous.login(other.login(), "long enough"));
    CLIENTS.put(Who.OWN_PATIENT, anonymous.login(patientLogin, "long enough"));
    CLIENTS.put(Who.OTHER_PATIENT, anonymous.login(otherLogin, "long enough"));
  }

  private static void readModels(Expected... nobody) {
    rule("GET /api/admin/projections", "", null, OK, OK, NO, NO, NO, NO);
    String agenda = "/api/admin/projections/agenda";
    rule(
        "GET /api/admin/projections/{name}",
        () -> new Request(agenda, null),
        OK,
        OK,
        NO,
        NO,
        NO,
        NO);
    String none = "/api/admin/projections/none/rebuild";
    rule("POST /api/admin/projections/{name}/rebuild", () -> new Request(none, null), nobody);
    for (String order : List.of("pause", "resume")) {
      rule(
          "POST /api/admin/projections/{name}/rebuild/" + order,
          () -> new Request(none + "/" + order, null),
          nobody);
    }
    rule("DELETE /api/admin/projections/{name}/rebuild", () -> new Request(none, null), nobody);
    rule(
        "GET /api/admin/projections/{name}/rebuild/stream",
        () -> new Request(none + "/stream", null),
        HIDDEN,
        HIDDEN,
        NO,
        NO,
        NO,
        NO);
  }

  private static String login() {
    return "p." + UUID.randomUUID().toString().substring(0, 8);
  }

  @AfterAll
  static void stop() {
    server.close();
    feed.close();
  }

  private static void rules() {
    // columns: ADMIN, AUDITOR, OWN_DOCTOR, OTHER_DOCTOR, OWN_PATIENT, OTHER_PATIENT
    Expected[] adminOnly = {OK, NO, NO, NO, NO, NO};
    Expected[] schedule = {OK, NO, OK, HIDDEN, NO, NO};
    Expected[] readsDoctor = {OK, OK, OK, HIDDEN, NO, NO};
    Expected[] everybody = {OK, OK, OK, OK, OK, OK};
    Expected[] books = {OK, NO, OK, HIDDEN, OK, HIDDEN};
    Expected[] doctorSteps = {OK, NO, OK, HIDDEN, NO, NO};
    Expected[] readsVisit = {OK, OK, OK, HIDDEN, OK, HIDDEN};
    Expected[] auditors = {OK, OK, NO, NO, NO, NO};

    rule("POST /api/doctors", "", Map.of(), adminOnly);
    rule("GET /api/doctors", "", null, everybody);
    rule("GET /api/doctors/{doctorId}", "", null, readsDoctor);
    rule("GET /api/doctors/{doctorId}/changes", "?from=2026-01-01", null, readsDoctor);
    for (String part :
        List.of(
            "locations",
            "appointment-types",
            "templates",
            "exceptions",
            "time-off",
            "external-busy-times")) {
      rule("POST /api/doctors/{doctorId}/" + part, "", Map.of(), schedule);
    }
    premises(adminOnly, schedule, readsDoctor);
    rule(
        "GET /api/doctors/{doctorId}/appointment-types/{appointmentTypeId}", "", null, readsDoctor);
    rule(
        "GET /api/doctors/{doctorId}/templates/{templateId}",
        () -> new Request(doctor.path("/templates/" + template()), null),
        readsDoctor);
    rule(
        "GET /api/doctors/{doctorId}/exceptions/{exceptionId}",
        () -> new Request(doctor.path("/exceptions/" + exception()), null),
        readsDoctor);
    rule("GET /api/doctors/{doctorId}/time-off/{timeOffId}", () -> timeOff(""), readsDoctor);
    String rooms = "POST /api/doctors/{doctorId}/locations/{locationId}/rooms";
    rule(rooms, "", Map.of(), schedule);
    rule(rooms + "/{roomId}/share", "", Map.of(), schedule);
    for (String part : List.of("appointment-types/{appointmentTypeId}", "templates/{templateId}")) {
      rule("PUT /api/doctors/{doctorId}/" + part, "", Map.of(), schedule);
    }
    rule(
        "DELETE /api/doctors/{doctorId}/appointment-types/{appointmentTypeId}",
        () -> new Request(doctor.path("/appointment-types/" + doctor.addType(Map.of())), null),
        schedule);
    rule(
        "DELETE /api/doctors/{doctorId}/templates/{templateId}",
        () -> new Request(doctor.path("/templates/" + template()), null),
        schedule);
    rule(
        "DELETE /api/doctors/{doctorId}/exceptions/{exceptionId}",
        () -> new Request(doctor.path("/exceptions/" + exception()), null),
        schedule);
    String timeOff = "POST /api/doctors/{doctorId}/time-off/{timeOffId}/";
    rule(timeOff + "approve", () -> timeOff("approve"), adminOnly);
    rule(timeOff + "reject", () -> timeOff("reject"), adminOnly);
    rule(timeOff + "cancel", () -> timeOff("cancel"), schedule);
    for (String part : List.of("appointment-types/{appointmentTypeId}", "templates/{templateId}")) {
      rule("POST /api/doctors/{doctorId}/" + part + "/visits-hit", "", Map.of(), schedule);
    }
    rule(
        "GET /api/doctors/{doctorId}/appointment-types/{appointmentTypeId}/visits-hit",
        () -> new Request(doctor.path("/appointment-types/" + doctor.type + "/visits-hit"), null),
        schedule);
    rule(
        "GET /api/doctors/{doctorId}/templates/{templateId}/visits-hit",
        () -> new Request(doctor.path("/templates/" + template() + "/visits-hit"), null),
        schedule);
    rule(
        "GET /api/doctors/{doctorId}/time-off/{timeOffId}/visits-hit",
        () -> timeOff("visits-hit"),
        schedule);
    rule(
        "GET /api/doctors/{doctorId}/visits-hit",
        "?from=2027-03-01T08:00:00Z&to=2027-03-01T09:00:00Z",
        null,
        schedule);
    rule("GET /api/doctors/{doctorId}/visits-hit/open", "", null, readsDoctor);
    rule(
        "POST /api/doctors/{doctorId}/visits-hit/{appointmentId}/keep",
        () -> new Request(doctor.path("/visits-hit/" + appointment + "/keep"), null),
        schedule);
    rule("GET /api/doctors/{doctorId}/agenda", "", null, readsDoctor);
    rule("GET /api/doctors/{doctorId}/analytics", "", null, readsDoctor);
    String availability = "GET /api/doctors/{doctorId}/availability";
    rule(availability, "?appointmentTypeId={appointmentTypeId}", null, everybody);
    rule(availability + "/stream", "", null, everybody);
    String ofType = "?from=2026-01-01&appointmentTypeId={appointmentTypeId}";
    rule(availability + "/changes", ofType, null, readsDoctor);
    rule("GET /api/availability/next", "", null, everybody);

    rule("POST /api/patients", "", Map.of(), OK, NO, OK, OK, NO, NO);
    rule(
        "PUT /api/patients/{patientId}",
        "",
        Map.of("fullName", "Grace Patient", "email", "g@example.org"),
        OK,
        NO,
        HIDDEN, // registered by the admin
        HIDDEN,
        OK,
        HIDDEN);
    rule("POST /api/patients/search", "", Map.of("words", "Nobody So"), OK, NO, OK, OK, NO, NO);
    rule("GET /api/patients/{patientId}", "", null, OK, OK, OK, HIDDEN, OK, HIDDEN);
    rule("GET /api/patients/{patientId}/appointments", "", null, OK, OK, NO, NO, OK, HIDDEN);
    rule("GET /api/patients/{patientId}/access", "", null, OK, OK, NO, NO, OK, HIDDEN);

    rule(
        "POST /api/holds",
        () ->
            new Request(
                "/api/holds",
                Map.of(
                    "doctorId", doctor.id,
                    "appointmentTypeId", doctor.type,
                    "startsAt", "2020-01-01T08:00:00Z")),
        OK,
        NO,
        OK,
        HIDDEN,
        OK,
        OK);
    rule(
        "DELETE /api/holds/{holdId}",
        () -> new Request("/api/holds/" + holdOfPatient(), null),
        OK,
        NO,
        OK,
        HIDDEN,
        OK,
        HIDDEN);
    rule("GET /api/holds", "", null, everybody);
    rule("GET /api/me", "", null, everybody);
    rule(
        "POST /api/appointments",
        () -> new Request("/api/appointments", doctor.booking(patient, "2020-01-01T08:00:00Z")),
        books);
    for (String step : List.of("confirm", "decline", "complete", "no-show")) {
      rule("POST /api/appointments/{appointmentId}/" + step, () -> pending(step), doctorSteps);
    }
    rule(
        "POST /api/appointments/{appointmentId}/reopen",
        () -> new Request("/api/appointments/" + appointment + "/reopen", Map.of("reason", "x")),
        doctorSteps);
    rule(
        "PUT /api/appointments/{appointmentId}/join-link",
        () ->
            new Request(
                "/api/appointments/" + appointment + "/join-link",
                Map.of("joinLink", "https://meet.example/x")),
        doctorSteps);
    rule(
        "POST /api/appointments/{appointmentId}/withdraw-move",
        () -> new Request("/api/appointments/" + appointment + "/withdraw-move", null),
        books);
    rule("POST /api/appointments/{appointmentId}/cancel", () -> pending("cancel"), books);
    rule(
        "POST /api/appointments/{appointmentId}/reschedule",
        () ->
            new Request(
                "/api/appointments/" + appointment + "/reschedule",
                Map.of("startsAt", "2020-01-01T08:00:00Z")),
        books);
    rule(
        "POST /api/appointments/overbook",
        () ->
            new Request(
                "/api/appointments/overbook", doctor.booking(patient, "2020-01-01T08:00:00Z")),
        doctorSteps);
    rule(
        "POST /api/appointments/{appointmentId}/overbook",
        () ->
            new Request(
                "/api/appointments/" + appointment + "/overbook",
                Map.of("startsAt", "2020-01-01T08:00:00Z", "reason", "She is in pain")),
        doctorSteps);
    rule(
        "GET /api/appointments",
        () ->
            new Request("/api/appointments?doctorId=" + doctor.id + "&patientId=" + patient, null),
        readsVisit);
    rule("GET /api/admin/time-off", "", null, auditors);
    rule("GET /api/appointments/{appointmentId}", "", null, readsVisit);
    rule("GET /api/appointments/{appointmentId}/actions", "", null, readsVisit);
    rule("GET /api/appointments/{appointmentId}/timeline", "", null, readsVisit);
    rule("GET /api/appointments/{appointmentId}/offer", "", null, readsVisit);
    rule("GET /api/appointments/{appointmentId}/changes", "?from=2026-01-01", null, readsVisit);
    rule("GET /api/audit/events", "", null, auditors);
    rule("GET /api/audit/export", "?appointmentId={appointmentId}", null, auditors);
    proofs(adminOnly, auditors);
    erasure(adminOnly);
    messages(adminOnly, schedule, everybody);
    logins(adminOnly, auditors, everybody);
    RULES.put(
        "POST /api/auth/token",
        new Rule(
            Arrays.stream(Who.values()).collect(Collectors.toMap(who -> who, who -> OK)),
            () -> new Request("/api/auth/token", Map.of())));
    // How the container tells what went wrong before a route was found: nobody asks for it.
    RULES.put("* /error", new Rule(Map.of(), () -> new Request("/error", null)));
  }

  private static void premises(Expected[] adminOnly, Expected[] schedule, Expected[] readsDoctor) {
    String doctors = "/api/doctors/{doctorId}";
    rule("GET " + doctors + "/profile", "", null, readsDoctor);
    rule("PUT " + doctors + "/profile", "", Map.of(), schedule);
    rule("GET " + doctors + "/leave/visits-hit", "", null, schedule);
    rule(
        "POST " + doctors + "/leave",
        () -> new Request(practice.doctor().path("/leave"), null),
        adminOnly);
    rule("POST " + doctors + "/return", "", null, adminOnly);
    String place = doctors + "/locations/{locationId}";
    rule("GET " + place, "", null, readsDoctor);
    rule("PUT " + place, "", Map.of(), schedule);
    rule("GET " + place + "/visits-hit", "", null, schedule);
    rule(
        "POST " + place + "/close",
        () -> new Request(doctor.path("/locations/" + place() + "/close"), null),
        schedule);
    rule("POST " + place + "/reopen", "", null, schedule);
    rule("GET " + doctors + "/rooms/{roomId}/visits-hit", "", null, schedule);
    String room = place + "/rooms/{roomId}";
    rule("GET " + room, "", null, readsDoctor);
    rule("PUT " + room, "", Map.of(), schedule);
    rule("POST " + room + "/close", () -> new Request(room() + "/close", null), schedule);
    rule("POST " + room + "/reopen", "", null, schedule);
    for (String hours : List.of("/weekly-hours", "/locations/{locationId}/weekly-hours")) {
      rule("GET " + doctors + hours, "", null, readsDoctor);
      rule("PUT " + doctors + hours, "", Map.of(), schedule);
      rule("POST " + doctors + hours + "/visits-hit", "", Map.of(), schedule);
    }
    for (String times : List.of("/exceptions/{exceptionId}", "/time-off/{timeOffId}")) {
      String one = doctor.path(times.substring(0, times.indexOf('{')) + UUID.randomUUID());
      rule("PUT " + doctors + times, () -> new Request(one, Map.of()), schedule);
      rule(
          "POST " + doctors + times + "/visits-hit",
          () -> new Request(one + "/visits-hit", Map.of()),
          schedule);
    }
    rule("POST " + room + "/unshare", "", Map.of("doctorId", other.id), schedule);
  }

  private static String place() {
    return admin
        .post(doctor.path("/locations"), Map.of("name", "Branch", "timezone", "Europe/Berlin"))
        .expect(201)
        .text("locationId");
  }

  private static String room() {
    String rooms = doctor.path("/locations/" + doctor.location + "/rooms");
    return rooms + "/" + admin.post(rooms, Map.of("name", "Closet")).expect(201).text("roomId");
  }

  private static void logins(Expected[] adminOnly, Expected[] auditors, Expected[] everybody) {
    rule("POST /api/doctors/{doctorId}/invitation", "", null, adminOnly);
    // A doctor invites those whom they registered: these are not.
    rule("POST /api/patients/{patientId}/invitation", "", null, OK, NO, HIDDEN, HIDDEN, NO, NO);
    rule("GET /api/admin/logins", "", null, auditors);
    rule("POST /api/admin/logins", "", Map.of(), adminOnly);
    String nobodys = "/api/admin/logins/" + UUID.randomUUID() + "/";
    for (String deed : List.of("disable", "enable", "reset")) {
      rule(
          "POST /api/admin/logins/{loginId}/" + deed,
          () -> new Request(nobodys + deed, null),
          HIDDEN,
          NO,
          NO,
          NO,
          NO,
          NO);
    }
    open("POST /api/auth/invitations/accept", "/api/auth/invitations/accept", OK);
    open("POST /api/auth/password-reset", "/api/auth/password-reset", OK);
    rule("POST /api/auth/password", "", Map.of(), everybody);
    rule("POST /api/auth/sign-out", "", null, everybody);
  }

  private static void erasure(Expected[] adminOnly) {
    String patients = "/api/patients/{patientId}";
    rule(
        "POST " + patients + "/emergency-access",
        () -> new Request("/api/patients/" + practice.patient() + "/emergency-access", Map.of()),
        NO,
        NO,
        OK,
        OK,
        NO,
        NO);
    rule("POST " + patients + "/erase", "", Map.of(), adminOnly);
    rule("POST " + patients + "/legal-hold", "", null, adminOnly);
    rule("DELETE " + patients + "/legal-hold", "", null, adminOnly);
    rule("GET " + patients + "/erasure", "", null, OK, OK, NO, NO, OK, HIDDEN);
  }

  private static void proofs(Expected[] adminOnly, Expected[] auditors) {
    rule("GET /api/audit/checkpoint", "", null, auditors);
    rule("POST /api/audit/checkpoint", "", null, adminOnly);
    rule(
        "GET /api/audit/proof",
        () -> new Request("/api/audit/proof?eventId=" + someEvent(), null),
        auditors);
    rule("GET /api/audit/consistency", "?from=1", null, auditors);
    rule("GET /api/audit/integrity", "", null, auditors);
    rule("POST /api/audit/integrity", "", null, adminOnly);
  }

  private static void messages(Expected[] adminOnly, Expected[] schedule, Expected[] everybody) {
    rule(
        "PUT /api/doctors/{doctorId}/appointment-types/{appointmentTypeId}/reminders",
        "",
        Map.of("hoursBefore", List.of(24)),
        schedule);
    rule(
        "GET /api/doctors/{doctorId}/appointment-types/{appointmentTypeId}/reminders",
        "",
        null,
        OK,
        OK,
        OK,
        HIDDEN,
        NO,
        NO);
    rule("GET /api/doctors/{doctorId}/notifications", "", null, OK, OK, OK, HIDDEN, NO, NO);
    rule("GET /api/patients/{patientId}/notifications", "", null, OK, OK, NO, NO, OK, HIDDEN);
    rule("GET /api/patients/{patientId}/consents", "", null, OK, OK, NO, NO, OK, HIDDEN);
    rule(
        "POST /api/patients/{patientId}/consents",
        "",
        Map.of("channel", "sms", "given", true),
        OK,
        NO,
        NO,
        NO,
        OK,
        HIDDEN);
    String browsers = "/api/patients/{patientId}/push-subscriptions";
    rule("POST " + browsers, "", Map.of(), NO, NO, NO, NO, OK, HIDDEN);
    RULES.put(
        "DELETE " + browsers + "/{subscriptionId}",
        new Rule(
            Map.of(
                Who.ANONYMOUS, Expected.UNAUTHENTICATED,
                Who.ADMIN, NO,
                Who.AUDITOR, NO,
                Who.OWN_DOCTOR, NO,
                // nothing there, as for anybody else's
                Who.OWN_PATIENT, HIDDEN,
                Who.OTHER_PATIENT, HIDDEN),
            () -> new Request("/api/patients/" + patient + "/push-subscriptions/none", null)));
    rule("GET /api/notifications/push-key", "", null, everybody);
    rule("GET /api/admin/notifications", "", null, OK, OK, NO, NO, NO, NO);
    rule("GET /api/admin/dead-letters", "", null, OK, OK, NO, NO, NO, NO);
    rule("GET /api/admin/calls", "", null, OK, OK, NO, NO, NO, NO);
    rule("GET /api/doctors/{doctorId}/calls", "", null, OK, OK, OK, HIDDEN, NO, NO);
    String call = doctor.path("/calls/" + UUID.randomUUID() + "/end");
    rule(
        "POST /api/doctors/{doctorId}/calls/{callId}/end",
        () -> new Request(call, Map.of("outcome", "told")),
        HIDDEN,
        NO,
        HIDDEN,
        HIDDEN,
        NO,
        NO);
    String letter = "/api/admin/dead-letters/" + UUID.randomUUID();
    Expected[] nobody = {HIDDEN, NO, NO, NO, NO, NO};
    rule(
        "POST /api/admin/dead-letters/{id}/retry",
        () -> new Request(letter + "/retry", null),
        nobody);
    rule("DELETE /api/admin/dead-letters/{id}", () -> new Request(letter, null), nobody);
    readModels(nobody);
    calendars();
    // Signed tokens and signatures are looked at inside; whose they are is in them.
    open("GET /api/notifications/opt-out", "/api/notifications/opt-out?token=x", OK);
    open("POST /api/notifications/opt-out", "/api/notifications/opt-out?token=x", OK);
    open("POST /api/notifications/sms/inbound", "/api/notifications/sms/inbound", HIDDEN);
    open(
        "POST /api/notifications/sms/status/{notificationId}",
        "/api/notifications/sms/status/" + UUID.randomUUID(),
        HIDDEN);
  }

  private static void calendars() {
    String calendars = "/api/doctors/{doctorId}/calendar-connections";
    Expected[] schedule = {OK, NO, OK, HIDDEN, NO, NO};
    Expected[] readsDoctor = {OK, OK, OK, HIDDEN, NO, NO};
    rule("POST " + calendars, "", Map.of(), schedule);
    rule("GET " + calendars, "", null, readsDoctor);
    String feed = calendars + "/{connectionId}";
    rule("GET " + feed, () -> new Request(ofFeed(""), null), readsDoctor);
    rule(
        "GET " + feed + "/busy-times", () -> new Request(ofFeed("/busy-times"), null), readsDoctor);
    rule("GET " + feed + "/queue", () -> new Request(ofFeed("/queue"), null), readsDoctor);
    rule("POST " + feed + "/sync", () -> new Request(ofFeed("/sync"), null), schedule);
    rule("DELETE " + feed, () -> new Request(ofFeed(""), null), schedule);
    String proposals = "/api/doctors/{doctorId}/calendar-proposals";
    rule("GET " + proposals, "", null, readsDoctor);
    String one = doctor.path("/calendar-proposals/" + UUID.randomUUID());
    Expected[] none = {HIDDEN, NO, HIDDEN, HIDDEN, NO, NO};
    for (String word : List.of("/accept", "/refuse")) {
      rule("POST " + proposals + "/{proposalId}" + word, () -> new Request(one + word, null), none);
    }
    // The doctor's browser and Google come without a token of ours; what they bring is looked at.
    String google = "/api/calendar-connections/google";
    open("GET " + google + "/callback", google + "/callback", OK);
    open("POST " + google + "/notifications", google + "/notifications", OK);
  }

  /** A connection of the doctor's, made anew when the request before has ended it. */
  private static String ofFeed(String rest) {
    Map<String, Object> wish =
        Map.of("provider", "icalendar", "name", "Duty", "url", feed.address());
    String id =
        admin.post(doctor.path("/calendar-connections"), wish).expect(201).text("connectionId");
    return doctor.path("/calendar-connections/" + id + rest);
  }

  private static void open(String route, String path, Expected expected) {
    RULES.put(
        route,
        new Rule(
            Arrays.stream(Who.values()).collect(Collectors.toMap(who -> who, who -> expected)),
            () -> new Request(path, null)));
  }

  private static void rule(String route, String query, Object body, Expected... expected) {
    String path = route.substring(route.indexOf(' ') + 1) + query;
    rule(
        route,
        () ->
            new Request(
                path.replace("{doctorId}", doctor.id)
                    .replace("{locationId}", doctor.location)
                    .replace("{roomId}", doctor.room)
                    .replace("{appointmentTypeId}", doctor.type)
                    .replace("{templateId}", UUID.randomUUID().toString())
                    .replace("{patientId}", patient)
                    .replace("{appointmentId}", appointment),
                body),
        expected);
  }

  private static void rule(String route, Supplier<Request> request, Expected... expected) {
    Map<Who, Expected> who = new EnumMap<>(Who.class);
    who.put(Who.ANONYMOUS, Expected.UNAUTHENTICATED);
    for (int i = 0; i < expected.length; i++) {
      who.put(Who.values()[i + 1], expected[i]);
    }
    RULES.put(route, new Rule(who, request));
  }

  private static String template() {
    return doctor.addTemplate(
        Map.of("dayOfWeek", "MONDAY", "workStart", "23:40", "workEnd", "23:50"));
  }

  private static String exception() {
    Map<String, Object> away =
        Map.of(
            "startAt", "2027-03-01T08:00:00Z",
            "endAt", "2027-03-02T08:00:00Z",
            "status", "blocked");
    return admin.post(doctor.path("/exceptions"), away).expect(201).text("exceptionId");
  }

  private static Request timeOff(String step) {
    Map<String, Object> away =
        Map.of("startAt", "2027-03-01T08:00:00Z", "endAt", "2027-03-02T08:00:00Z");
    String id = admin.post(doctor.path("/time-off"), away).expect(201).text("timeOffId");
    return new Request(doctor.path("/time-off/" + id + (step.isEmpty() ? "" : "/" + step)), null);
  }

  private static String holdOfPatient() {
    Map<String, Object> hold =
        Map.of("doctorId", doctor.id, "appointmentTypeId", doctor.type, "startsAt", slot);
    Answer placed = CLIENTS.get(Who.OWN_PATIENT).post("/api/holds", hold);
    return placed.status() == 409 ? heldBefore : (heldBefore = placed.expect(201).text("holdId"));
  }

  private static String someEvent() {
    return admin
        .get("/api/audit/events?limit=1")
        .expect(200)
        .body()
        .findValue("eventId")
        .asString();
  }

  private static String heldBefore = "";

  /** The visit of the two; steps that its state refuses are refused after the caller was let in. */
  private static Request pending(String step) {
    return new Request("/api/appointments/" + appointment + "/" + step, null);
  }

  private static Set<String> routes() {
    return Routes.of(server).stream()
        .map(Routes.Route::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRouteHasARule() {
    assertThat(RULES.keySet()).containsExactlyInAnyOrderElementsOf(routes());
  }

  static List<Asked> everybodyAsksEverything() {
    List<Asked> all = new ArrayList<>();
    // The steps that end the visit come last, in the order of the table.
    RULES.forEach(
        (route, rule) -> rule.who().keySet().forEach(who -> all.add(new Asked(route, who))));
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void everybodyAsksEverything(Asked asked) {
    Rule rule = RULES.get(asked.route());
    Request request = rule.request().get();
    String[] route = asked.route().split(" ");
    String method = route[0];

    Client client = CLIENTS.get(asked.who());
    // Who reads finds what the admin has just made for it.
    Client asking = method.equals("GET") ? client.after(admin) : client;
    Answer answer = asking.send(method, request.path(), request.body());
    if (route[1].endsWith("/sign-out")) {
      CLIENTS.put(Who.ADMIN, server.admin());
      signIn(server.anonymous());
    }

    String told = asked + " -> " + answer.status() + " " + answer.raw().body();
    // What open addresses make of those who are not who they should be, they decide themselves.
    if (answer.status() < 400 || !description.isOpen(method, route[1])) {
      assertThat(description.statuses(method, route[1]))
          .as(told)
          .contains(Integer.toString(answer.status()));
    }
    switch (rule.who().get(asked.who())) {
      case ALLOWED -> {
        assertThat(answer.status()).as(told).isNotIn(401, 403, 404).isLessThan(500);
      }
      case UNAUTHENTICATED -> {
        assertThat(answer.status()).as(told).isEqualTo(401);
        assertThat(answer.text("code")).as(told).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).as(told).isPresent();
      }
      case FORBIDDEN -> {
        assertThat(answer.status()).as(told).isEqualTo(403);
        assertThat(answer.text("code")).as(told).isEqualTo("FORBIDDEN");
      }
      case HIDDEN -> {
        assertThat(answer.status()).as(told).isEqualTo(404);
        assertThat(answer.text("code")).as(told).isEqualTo("NOT_FOUND");
      }
    }
  }

  @Test
  void everybodySeesHealthAndOnlyTheAdminMore() {
    CLIENTS.forEach(
        (who, client) -> {
          client.get("/actuator/health").expect(200);
          if (who != Who.ADMIN) {
            client.get("/actuator/prometheus").expect(who == Who.ANONYMOUS ? 401 : 403);
          }
        });
  }

  @Test
  void nobodyBooksForSomebodyElse() {
    Stored before = Stored.in(server.dataSource());
    Map<String, Object> forAnother = doctor.booking(otherPatient, slot);
    CLIENTS.get(Who.OWN_PATIENT).post("/api/appointments", forAnother).expect(404, "NOT_FOUND");
    CLIENTS.get(Who.OTHER_DOCTOR).post("/api/appointments", forAnother).expect(404, "NOT_FOUND");
    assertThat(Stored.in(server.dataSource())).isEqualTo(before);

    Map<String, Object> unnamed = new HashMap<>(other.booking(patient, slot));
    unnamed.remove("patientId");
    Answer own = CLIENTS.get(Who.OTHER_PATIENT).post("/api/appointments", unnamed).expect(201);
    assertThat(own.text("patientId")).isEqualTo(otherPatient);
  }

  @Test
  void nobodyUsesTheHoldOfSomebodyElse() {
    String free = other.slots(admin).get(40).path("startsAt").asString();
    Map<String, Object> hold =
        Map.of("doctorId", other.id, "appointmentTypeId", other.type, "startsAt", free);
    String held = CLIENTS.get(Who.OWN_PATIENT).post("/api/holds", hold).expect(201).text("holdId");
    Map<String, Object> booking = other.booking(otherPatient, free);
    booking.put("holdId", held);
    CLIENTS.get(Who.OTHER_PATIENT).post("/api/appointments", booking).expect(422, "HOLD_EXPIRED");
  }

  @Test
  void givesNoTokenForAWrongPassword() {
    Client anonymous = server.anonymous();
    for (String[] tried :
        new String[][] {
          {patientLogin, "wrong enough"},
          {patientLogin, ""},
          {"nobody.at.all", "long enough"},
          {"admin", "Demo"},
          {"admin' or '1'='1", "demo"}
        }) {
      anonymous
          .post("/api/auth/token", Map.of("username", tried[0], "password", tried[1]))
          .expect(401, "BAD_CREDENTIALS");
    }
  }

  @Test
  void stopsGuessing() {
    Client anonymous = server.anonymous();
    Map<String, String> guess = Map.of("username", "guessed", "password", "guess");
    for (int i = 0; i < 10; i++) {
      anonymous.post("/api/auth/token", guess).expect(401);
    }
    Answer stopped = anonymous.post("/api/auth/token", guess).expect(429, "TOO_MANY_ATTEMPTS");
    assertThat(stopped.header("Retry-After")).isPresent();
  }

  @Test
  void takesNoTokenThatIsTamperedWithOrOver() {
    String token =
        server
            .anonymous()
            .post("/api/auth/token", Map.of("username", patientLogin, "password", "long enough"))
            .expect(200)
            .text("accessToken");
    server.anonymous().as(token).get("/api/doctors").expect(200);
    String[] parts = token.split("\\.");
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]));
    String raised = base64(payload.replace("PATIENT", "ADMIN"));
    String unsigned = base64("{\"alg\":\"none\"}");
    for (String bad :
        List.of(
            parts[0] + "." + raised + "." + parts[2],
            unsigned + "." + raised + ".",
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + "." + "A".repeat(43),
            signed(
                "a secret that nobody here has told",
                java.time.Instant.now().plusSeconds(60),
                claims(token)),
            "nonsense",
            "")) {
      server.anonymous().as(bad).get("/api/doctors").expect(401);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
  }

  private static JsonNode claims(String token) {
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }

  /** For the same login as a token that was given. */
  private static String signed(String secret, java.time.Instant until, JsonNode given) {
    JwtEncoder encoder =
        NimbusJwtEncoder.withSecretKey(
                new javax.crypto.spec.SecretKeySpec(secret.getBytes(), "HmacSHA256"))
            .algorithm(MacAlgorithm.HS256)
            .build();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer("medic")
            .subject("admin")
            .claim("role", "ADMIN")
            .claim("login", given.path("login").asString())
            .claim("generation", given.path("generation").asInt())
            .id(UUID.randomUUID().toString())
            .issuedAt(until.minusSeconds(7200))
            .expiresAt(until)
            .build();
    return encoder
        .encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims))
        .getTokenValue();
  }

  @Test
  void takesATokenUntilItIsOver() {
    String secret = "a secret that this server alone knows";
    try (TestServer knowing = TestServer.start("MEDIC_JWT_SECRET=" + secret)) {
      java.time.Instant now = java.time.Instant.now();
      Client anonymous = knowing.anonymous();
      JsonNode given =
          claims(
              anonymous
                  .post("/api/auth/token", Map.of("username", "admin", "password", "demo"))
                  .expect(200)
                  .text("accessToken"));
      anonymous.as(signed(secret, now.plusSeconds(600), given)).get("/api/doctors").expect(200);
      anonymous.as(signed(secret, now.minusSeconds(600), given)).get("/api/doctors").expect(401);
    }
  }
}
