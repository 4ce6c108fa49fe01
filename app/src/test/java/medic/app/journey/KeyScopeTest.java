package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.app.messages.Await;
import medic.http.KeyHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * One key, sent for another thing, for every request that takes one. What is created in the name
 * space of a practice's own things is known everywhere: refused. Visits, holds, patients and
 * templates know their own keys alone: each request is one of its own, and the first stays
 * answered.
 */
@Tag("server")
class KeyScopeTest {

  private static TestServer server;
  private static Client admin;
  private static Client asDoctor;
  private static Practice practice;
  private static Practice.Doctor ada;
  private static Practice.Doctor bea;
  private static Practice.Doctor asking;
  private static int slot;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
    practice = new Practice(admin);
    ada = practice.doctor();
    bea = practice.doctor();
    asking = practice.doctor(Map.of("requiresConfirmation", true));
    asDoctor = server.anonymous().login(ada.login(), Practice.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A route, a request to it, and one about another thing. */
  private record Pair(String route, String path, Object body, String otherPath, Object other) {}

  private static Pair ofDoctors(String rest, Map<String, Object> body) {
    String route = "/api/doctors/{doctorId}" + rest;
    return new Pair(route, ada.path(rest), body, bea.path(rest), body);
  }

  private static List<Pair> claimed() {
    Map<String, Object> away =
        Map.of("startAt", "2030-01-01T08:00:00Z", "endAt", "2030-01-02T08:00:00Z");
    Map<String, Object> blocked = new HashMap<>(away);
    blocked.put("status", "blocked");
    Map<String, Object> place = Map.of("name", "Wedding", "timezone", "Europe/Berlin");
    Map<String, Object> room = Map.of("name", "Room 7", "capacity", 1);
    Map<String, Object> person =
        Map.of(
            "fullName", "Dr. Bea Test",
            "specialty", "Dermatology",
            "email", "bea@example.org",
            "timezone", "Europe/Berlin");
    return List.of(
        new Pair("/api/doctors", "/api/doctors", person, ada.path("/locations"), place),
        ofDoctors("/locations", place),
        new Pair(
            "/api/doctors/{doctorId}/locations/{locationId}/rooms",
            ada.path("/locations/" + ada.location + "/rooms"),
            room,
            bea.path("/locations/" + bea.location + "/rooms"),
            room),
        ofDoctors(
            "/appointment-types",
            Map.of(
                "slug", "scope",
                "name", "Scope",
                "durationMinutes", 20,
                "consultationMode", "in_person")),
        ofDoctors("/exceptions", blocked),
        ofDoctors("/time-off", away),
        new Pair(
            "/api/appointments/overbook",
            "/api/appointments/overbook",
            urgent(),
            "/api/appointments",
            booking()));
  }

  private static List<Pair> known() {
    String consents = "/api/patients/{patientId}/consents";
    Map<String, Object> yes = Map.of("channel", "sms", "given", true);
    Map<String, Object> hold = ada.booking("", next(ada));
    hold.remove("patientId");
    return List.of(
        new Pair(
            "/api/doctors/{doctorId}/templates",
            ada.path("/templates"),
            hours(ada),
            bea.path("/templates"),
            hours(bea)),
        ofPatients(consents, yes),
        ofPatients("/api/patients/{patientId}/legal-hold", null),
        new Pair(
            "/api/patients",
            "/api/patients",
            Map.of("fullName", "Ida Scope", "email", "ida@example.org"),
            "/api/appointments",
            booking()),
        new Pair("/api/holds", "/api/holds", hold, "/api/appointments", booking()),
        new Pair("/api/appointments", "/api/appointments", booking(), steps("cancel"), null));
  }

  private static Map<String, Object> hours(Practice.Doctor of) {
    return Map.of(
        "locationId", of.location,
        "dayOfWeek", "MONDAY",
        "slotDurationMinutes", 10,
        "workStart", "23:40",
        "workEnd", "23:50");
  }

  private static Pair ofPatients(String route, Object body) {
    return new Pair(
        route,
        route.replace("{patientId}", practice.patient()),
        body,
        route.replace("{patientId}", practice.patient()),
        body);
  }

  private static String next(Practice.Doctor of) {
    slot += 3;
    return of.slots(admin).get(slot).path("startsAt").asString();
  }

  private static Map<String, Object> booking() {
    return ada.booking(practice.patient(), next(ada));
  }

  private static Map<String, Object> urgent() {
    Map<String, Object> body = booking();
    body.put("reason", "She is in pain");
    return body;
  }

  private static final List<String> STEPS =
      List.of(
          "confirm",
          "decline",
          "cancel",
          "reschedule",
          "overbook",
          "withdraw-move",
          "complete",
          "no-show",
          "reopen");

  private static Pair step(String step) {
    return new Pair(
        "/api/appointments/{appointmentId}/" + step,
        steps(step),
        body(step),
        steps(step),
        body(step));
  }

  private static Object body(String step) {
    return switch (step) {
      case "reopen" -> Map.of("reason", "It was another");
      case "reschedule", "overbook" -> Map.of("startsAt", next(asking), "reason", "Theatre");
      default -> null;
    };
  }

  /** The address of a step that a new visit can take. */
  private static String steps(String step) {
    String patient = practice.patient("p" + UUID.randomUUID().toString().substring(0, 8));
    String visit =
        List.of("complete", "no-show", "reopen").contains(step)
            ? practice.doctor().begun(admin, patient).text("appointmentId")
            : admin
                .post("/api/appointments", asking.booking(patient, next(asking)))
                .expect(201)
                .text("appointmentId");
    String path = "/api/appointments/" + visit + "/";
    if (step.equals("reopen")) {
      admin.post(path + "complete", null).expect(200);
    }
    return path + step;
  }

  @TestFactory
  Stream<DynamicTest> refusedEverywhere() {
    return claimed().stream()
        .map(pair -> DynamicTest.dynamicTest(pair.route(), () -> isRefused(admin, pair)));
  }

  @TestFactory
  Stream<DynamicTest> oneOfItsOwnForAnotherThing() {
    Stream<Pair> steps =
        STEPS.stream().filter(step -> !step.equals("withdraw-move")).map(KeyScopeTest::step);
    return Stream.concat(known().stream(), steps)
        .map(pair -> DynamicTest.dynamicTest(pair.route(), () -> isOfItsOwn(admin, pair)));
  }

  @TestFactory
  Stream<DynamicTest> thatOnePersonSends() {
    Pair emergency =
        ofPatients("/api/patients/{patientId}/emergency-access", Map.of("reason", "Unconscious"));
    return Stream.of(
        DynamicTest.dynamicTest(emergency.route(), () -> isOfItsOwn(asDoctor, emergency)),
        DynamicTest.dynamicTest("withdraw-move", KeyScopeTest::movesAreWithdrawnEach),
        DynamicTest.dynamicTest("join-link", KeyScopeTest::joinLinksAreSetEach),
        DynamicTest.dynamicTest("profile", KeyScopeTest::profilesAreSavedEach));
  }

  /** Saved again under its key after a no, a profile's yes is no yes. */
  private static void profilesAreSavedEach() {
    String first = "/api/patients/" + practice.patient();
    String second = "/api/patients/" + practice.patient();
    Map<String, Object> yes = profile(true);
    Client keyed = keyed(admin);
    Answer saved = keyed.put(first, yes).expect(200);
    keyed.put(second, yes).expect(200);
    admin.post(first + "/consents", Map.of("channel", "sms", "given", false)).expect(200);
    Stored stored = Stored.in(server.dataSource());
    assertThat(keyed.put(first, yes).expect(200).body()).isEqualTo(saved.body());
    keyed.put(first, profile(false)).expect(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(Stored.in(server.dataSource())).isEqualTo(stored);
  }

  private static Map<String, Object> profile(boolean sms) {
    return Map.of(
        "fullName", "Grace Patient",
        "email", "grace@example.org",
        "phone", "+4930901820",
        "communicationPreferences", Map.of("sms", sms));
  }

  private static void joinLinksAreSetEach() {
    Practice.Doctor remote = practice.doctor(Map.of("consultationMode", "video"));
    String first = booked(remote) + "/join-link";
    String second = booked(remote) + "/join-link";
    Map<String, Object> link = Map.of("joinLink", "https://meet.example/one");
    Client keyed = keyed(admin);
    Answer set = keyed.put(first, link).expect(200);
    keyed.put(second, link).expect(200);
    Stored stored = Stored.in(server.dataSource());
    assertThat(keyed.put(first, link).expect(200).body()).isEqualTo(set.body());
    keyed
        .put(first, Map.of("joinLink", "https://meet.example/two"))
        .expect(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(Stored.in(server.dataSource())).isEqualTo(stored);
  }

  private static String booked(Practice.Doctor doctor) {
    return admin
        .post("/api/appointments", doctor.booking(practice.patient(), next(doctor)))
        .expect(201)
        .header("Location")
        .orElseThrow();
  }

  /** A patient with two visits that they ask to be moved. */
  private static void movesAreWithdrawnEach() {
    String name = "mover" + UUID.randomUUID().toString().substring(0, 8);
    String patient = practice.patient(name);
    Client self = server.anonymous().login(name, Practice.PASSWORD);
    String first = asked(self, patient);
    String second = asked(self, patient);
    Pair pair = new Pair("", first + "/withdraw-move", null, second + "/withdraw-move", null);
    Client keyed = isOfItsOwn(self, pair);
    keyed.post(first + "/cancel", null).expect(422, "IDEMPOTENCY_KEY_REUSED");
    var unused =
        Await.until(
            () -> admin.get(first).expect(200).body(), visit -> !visit.hasNonNull("requestedMove"));
  }

  private static String asked(Client self, String patient) {
    String visit =
        admin
            .post("/api/appointments", asking.booking(patient, next(asking)))
            .expect(201)
            .header("Location")
            .orElseThrow();
    admin.post(visit + "/confirm", null);
    self.post(visit + "/reschedule", Map.of("startsAt", next(asking))).expect(200);
    return visit;
  }

  /** Where the id was chosen, the id is what is taken: another key would not help. */
  @TestFactory
  Stream<DynamicTest> aChosenIdThatIsTakenIsNoReusedKey() {
    Map<String, Object> person = Map.of("fullName", "Ida Scope", "email", "ida@example.org");
    Map<String, Object> hold = ada.booking("", next(ada));
    hold.remove("patientId");
    return Stream.of(
            new Taken("/api/appointments", "appointmentId", booking(), booking()),
            new Taken("/api/appointments/overbook", "appointmentId", urgent(), urgent()),
            new Taken("/api/patients", "patientId", person, with(person, "fullName", "Another")),
            new Taken(
                ada.path("/templates"),
                "templateId",
                hours(ada),
                with(hours(ada), "workEnd", "23:59")),
            new Taken("/api/holds", "holdId", hold, with(hold, "startsAt", next(ada))))
        .map(taken -> DynamicTest.dynamicTest(taken.path(), taken::isTold));
  }

  private record Taken(
      String path, String field, Map<String, Object> first, Map<String, Object> other) {

    void isTold() {
      String id = UUID.randomUUID().toString();
      keyed(admin).post(path, with(first, field, id)).expect(201);
      Answer taken = keyed(admin).post(path, with(other, field, id));
      taken.expect(409, "ID_ALREADY_USED");
      assertThat(taken.body().at("/errors/0/field").asString()).isEqualTo(field);
    }
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(field, value);
    return changed;
  }

  /** The same booking by another address, or over another rule, is another request. */
  @Test
  void aBookingsKeyStandsForTheWayItWasBooked() {
    Map<String, Object> body = urgent();
    Client keyed = keyed(admin);
    Answer first = keyed.post("/api/appointments", body).expect(201);
    Stored stored = Stored.in(server.dataSource());
    keyed.post("/api/appointments/overbook", body).expect(422, "IDEMPOTENCY_KEY_REUSED");
    keyed
        .post("/api/appointments", with(body, "override", List.of("hours")))
        .expect(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(keyed.post("/api/appointments", body).expect(201).body()).isEqualTo(first.body());
    Client other = keyed(admin);
    Map<String, Object> over = with(urgent(), "override", List.of("hours", "notice"));
    other.post("/api/appointments/overbook", over).expect(201);
    other.post("/api/appointments", over).expect(422, "IDEMPOTENCY_KEY_REUSED");
    other
        .post("/api/appointments/overbook", with(over, "override", List.of("notice", "hours")))
        .expect(201);
    assertThat(Stored.in(server.dataSource())).isNotEqualTo(stored);
  }

  @Test
  void whomAnotherRegisteredIsToldSo() {
    Map<String, Object> person =
        with(
            Map.of("fullName", "Ida Scope", "email", "ida@example.org"),
            "patientId",
            UUID.randomUUID().toString());
    admin.post("/api/patients", person).expect(201);
    String name = "ida" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> withLogin = with(person, "login", Map.of("username", name));
    Answer refused = keyed(asDoctor).post("/api/patients", withLogin);
    refused.expect(409, "REGISTERED_BY_ANOTHER");
    assertThat(refused.text("detail")).startsWith("Somebody else registered this person");
    assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("login");
  }

  private static Client keyed(Client client) {
    return client.with(KeyHeader.NAME, UUID.randomUUID().toString());
  }

  private static void isRefused(Client client, Pair pair) {
    Client keyed = keyed(client);
    Answer first = keyed.post(pair.path(), pair.body()).expect(201);
    Stored stored = Stored.in(server.dataSource());
    keyed.post(pair.otherPath(), pair.other()).expect(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(keyed.post(pair.path(), pair.body()).expect(201).body()).isEqualTo(first.body());
    assertThat(Stored.in(server.dataSource())).isEqualTo(stored);
  }

  private static Client isOfItsOwn(Client client, Pair pair) {
    Client keyed = keyed(client);
    Answer first = succeeds(keyed.post(pair.path(), pair.body()));
    Answer other = succeeds(keyed.post(pair.otherPath(), pair.other()));
    Stored stored = Stored.in(server.dataSource());
    assertThat(succeeds(keyed.post(pair.path(), pair.body())).body()).isEqualTo(first.body());
    assertThat(succeeds(keyed.post(pair.otherPath(), pair.other())).body()).isEqualTo(other.body());
    assertThat(Stored.in(server.dataSource())).isEqualTo(stored);
    return keyed;
  }

  private static Answer succeeds(Answer answer) {
    assertThat(answer.status()).as(answer.raw().body()).isBetween(200, 299);
    return answer;
  }

  @Test
  void noRequestThatTakesAKeyIsLeftOut() {
    Set<String> tried = new TreeSet<>();
    Stream.concat(claimed().stream(), known().stream()).forEach(pair -> tried.add(pair.route()));
    STEPS.forEach(step -> tried.add("/api/appointments/{appointmentId}/" + step));
    tried.add("/api/patients/{patientId}/emergency-access");
    tried.add("/api/appointments/{appointmentId}/join-link");
    tried.add("/api/patients/{patientId}");
    assertThat(tried)
        .isEqualTo(
            Routes.of(server).stream()
                .filter(KeyScopeTest::takesKey)
                .map(Routes.Route::path)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean takesKey(Routes.Route route) {
    return Arrays.stream(route.handler().getMethodParameters())
        .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
        .anyMatch(header -> header != null && header.name().equals(KeyHeader.NAME));
  }
}
