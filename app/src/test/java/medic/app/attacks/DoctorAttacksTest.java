package medic.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.messages.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a doctor tries beyond their own patients; after each attempt the practice goes on. */
@ExtendWith(UnderAttack.class)
@Timeout(300)
@Tag("server")
class DoctorAttacksTest {

  private static final String REGISTER = "/api/patients";

  private final AttackedPractice attacked;
  private final Probes probes;
  private final Connections connections;
  private final String address = AttackedPractice.newAddress();
  private final Practice.Doctor doctor;
  private final String token;
  private final Client own;

  DoctorAttacksTest(AttackedPractice attacked) {
    this.attacked = attacked;
    this.probes = new Probes(attacked);
    this.connections = new Connections(attacked.server().address());
    this.doctor = attacked.practice().doctor();
    this.token = attacked.token(doctor.login(), Practice.PASSWORD, address);
    this.own = attacked.as(token, address);
  }

  @Test
  void idsOfNobodyOpenNoDoor() {
    probes.asksForNobody(own);
  }

  @Test
  void nothingOfAnothersPatientIsShownOrChanged() {
    assertThat(probes.asksForTheVictim(own))
        .allMatch(route -> route.startsWith("GET /api/doctors/{doctorId}/availability"));
  }

  @Test
  void bookingAndCallingOffOpensNoProfile() {
    String victim = attacked.practice().patient();
    profile(victim).expect(404);
    String at = AttackedPractice.startsAt(doctor.slots(attacked.admin()), 3);
    String visit =
        own.post("/api/appointments", doctor.booking(victim, at)).expect(201).text("appointmentId");
    own.post("/api/appointments/" + visit + "/cancel", Map.of()).expect(200);

    profile(victim).expect(404);
  }

  private medic.app.journey.Answer profile(String patient) {
    return own.get("/api/patients/" + patient);
  }

  @Test
  void aBrokenGlassIsSeenByThePatient() {
    String login = AttackedPractice.newLogin();
    String patient = attacked.practice().patient(login);
    Client patients = attacked.signedIn(login, AttackedPractice.newAddress());
    String glass = "/api/patients/" + patient + "/emergency-access";
    own.post(glass, Map.of()).expect(400);
    profile(patient).expect(404);
    own.post(glass, Map.of("reason", "Curiosity")).expect(201);
    profile(patient).expect(200);

    List<JsonNode> seen =
        Await.until(
            () ->
                AttackedPractice.items(patients.get("/api/patients/" + patient + "/access"))
                    .filter(
                        entry -> entry.path("action").asString().equals("emergency_access_taken"))
                    .toList(),
            entries -> !entries.isEmpty());
    assertThat(seen.get(0).path("doctorId").asString()).isEqualTo(doctor.id);
    assertThat(seen.get(0).path("reason").asString()).isEqualTo("Curiosity");
  }

  @Test
  void whoRegistersAPatientGetsNoLoginOfTheirs() {
    String name = AttackedPractice.newLogin();
    UUID patient = UUID.randomUUID();
    own.post(REGISTER, registration(patient, Map.of("username", name, "password", "of my choice")))
        .expect(400);
    own.post(REGISTER, registration(patient, Map.of("username", name))).expect(201);
    var invited = own.post(REGISTER + "/" + patient + "/invitation", null).expect(202);

    assertThat(invited.text("link")).isEmpty();
    own.post(REGISTER + "/" + patient + "/invitation", Map.of("showLink", true)).expect(403);
    Practice.accept(own, "#" + invited.text("invitationId"), name, "of my choice").expect(404);
    attacked.signIn(name, "of my choice", address).expect(401);
    Await.until(
        () -> attacked.entries("action=login_invited&patientId=" + patient),
        entries ->
            entries.stream().allMatch(e -> e.path("actorId").asString().equals(doctor.id))
                && !entries.isEmpty());
  }

  @Test
  void registeringAnotherAgainChangesNothing() {
    AttackedPractice.Victim victim = attacked.victim();
    UUID taken = UUID.fromString(victim.patient());
    for (Map<String, String> login :
        List.of(Map.<String, String>of(), Map.of("username", AttackedPractice.newLogin()))) {
      assertThat(own.post(REGISTER, registration(taken, login)).status()).isIn(404, 409, 422);
    }
    own.post(REGISTER + "/" + taken + "/invitation", null).expect(404);
    assertThat(victim.client().get("/api/patients/" + taken).expect(200).text("fullName"))
        .startsWith(AttackedPractice.WORD);
  }

  @Test
  void aRegistrationTellsNoUserNames() {
    for (String name : List.of("admin", attacked.victim().login(), AttackedPractice.newLogin())) {
      own.post(REGISTER, registration(UUID.randomUUID(), Map.of("username", name))).expect(201);
    }
  }

  private static Map<String, Object> registration(UUID patient, Map<String, String> login) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of("patientId", patient, "fullName", "Grace Other", "email", "g@example.org"));
    if (!login.isEmpty()) {
      body.put("login", login);
    }
    return body;
  }

  @Test
  void administersNoLogins() {
    probes.administersNoLogins(own);
    own.get("/api/admin/logins").expect(403);
  }

  @Test
  void anIdOfAnotherDoctorsIsNotTaken() {
    Practice.Doctor other = attacked.victim().doctor();
    Map<String, Object> location = new HashMap<>(Map.of("name", "Mine", "timezone", "UTC"));
    for (String id : List.of(other.location, other.type, other.room, other.id)) {
      location.put("locationId", id);
      own.post(doctor.path("/locations"), location).expect(409, "ID_ALREADY_USED");
    }
  }

  @Test
  void aDisabledLoginIsOutAtOnce() {
    String id =
        AttackedPractice.items(attacked.admin().get("/api/admin/logins?role=DOCTOR&limit=200"))
            .filter(login -> login.toString().contains(doctor.id))
            .map(login -> login.path("loginId").asString())
            .findFirst()
            .orElseThrow();
    attacked.admin().post("/api/admin/logins/" + id + "/disable", null).expect(204);

    Await.until(() -> own.get("/api/doctors").status(), status -> status == 401);
    attacked.signIn(doctor.login(), Practice.PASSWORD, address).expect(401, "BAD_CREDENTIALS");
  }

  @Test
  void aTokenSaysNoMoreThanItWasGivenFor() {
    probes.forgesTokens(token);
  }

  @Test
  void positionsMakeNobodyWait() {
    Probes.waitsForNothing(own, doctor.path("/agenda"), 400);
  }

  @Test
  void aThousandStreamsAreTwenty() throws Exception {
    List<Integer> statuses =
        connections.openAll(
            1000, doctor.path("/availability/stream?appointmentTypeId=" + doctor.type), token);

    assertThat(statuses.subList(0, 20)).containsOnly(200);
    assertThat(statuses.subList(20, 1000)).containsOnly(429);
  }

  @Test
  void whoHangsUpFindsOutByAskingAgain() throws Exception {
    String patient = attacked.practice().patient();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      Map<String, Object> booking =
          doctor.booking(patient, AttackedPractice.startsAt(doctor.slots(attacked.admin()), 3 * i));
      booking.put("appointmentId", UUID.randomUUID().toString());
      ids.add((String) booking.get("appointmentId"));
      String json = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(booking);
      connections.hangUp("/api/appointments", token, json, i % 2 == 0);
      own.post("/api/appointments", booking).expect(201);
    }

    Await.until(
        () ->
            AttackedPractice.items(
                    attacked.admin().get("/api/patients/" + patient + "/appointments"))
                .map(visit -> visit.path("appointmentId").asString())
                .collect(Collectors.toSet()),
        ids::equals);
  }

  @Test
  void rangesWithoutAnEndAreRefused() {
    for (String path : List.of("/agenda", "/analytics", "/changes")) {
      for (String range :
          List.of(
              "?from=0000-01-01&to=9999-12-31",
              "?from=-999999999-01-01",
              "?from=2026-13-01",
              "?from=2026-02-01&to=2026-01-01",
              "?from=1900-01-01&to=2900-01-01")) {
        int status = own.get(doctor.path(path + range)).status();
        assertThat(status).as(path + range).isBetween(200, 499);
      }
    }
    own.get(doctor.path("/agenda?from=0000-01-01&to=9999-12-31")).expect(400);
  }

  @Test
  void bodiesThatDripStopNobody() throws Exception {
    probes.drips(token, "/api/appointments");
  }

  @Test
  void whatCannotBeReadIsAProblem() throws Exception {
    probes.sendsWhatCannotBeRead(token);
  }

  @Test
  void aTokenIsNoPassword() {
    Probes.guessesThePassword(own);
  }

  @Test
  void wordsStayWordsWhereverTheyGo() {
    String words = "[31m<script>alert(1)</script>' or 1=1 --";
    own.post(doctor.path("/time-off"), timeOff("\u001b" + words)).expect(400, "INVALID_REQUEST");
    own.post(doctor.path("/time-off"), timeOff(words)).expect(201);
    String agenda =
        own.get(doctor.path("/agenda?from=2027-01-04&to=2027-01-05")).expect(200).raw().body();

    assertThat(agenda).doesNotContain("\u001b");
    Client auditor = attacked.auditor().after(own);
    for (String format : List.of("ndjson", "csv")) {
      assertThat(
              auditor
                  .get("/api/audit/export?format=" + format + "&doctorId=" + doctor.id)
                  .expect(200)
                  .raw()
                  .body())
          .contains("time_off_requested")
          .doesNotContain("\u001b", "\\u001b", "\\u001B");
    }
  }

  private static Map<String, Object> timeOff(String reason) {
    return Map.of(
        "startAt", "2027-01-04T08:00:00Z",
        "endAt", "2027-01-04T09:00:00Z",
        "reason", reason);
  }

  @Test
  void healthIsOneWord() {
    probes.seesOneWordOfHealth(own);
  }

  @Test
  void whatIsNotKnownIsNotPassedOver() {
    probes.asksWhatIsNotKnown(own);
    own.get(doctor.path("/agenda?asOf=2026-01-01T00:00:00Z")).expect(400);
    own.get(doctor.path("/analytics?asOf=2026-01-01T00:00:00Z")).expect(400);
  }

  @Test
  void aFeedLeadsNowhereInside() {
    for (String url :
        List.of(
            attacked.server().address() + "/actuator/prometheus",
            "https://127.0.0.1:5432/",
            "https://[::ffff:7f00:1]/a.ics",
            "https://0x7f.1/a.ics",
            "https://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
            "gopher://127.0.0.1/x")) {
      Probes.isProblem(
              own.post(
                  doctor.path("/calendar-connections"),
                  Map.of("provider", "icalendar", "name", "Duty", "url", url)))
          .expect(400);
    }
  }

  @Test
  void anothersVisitIsNotConfirmedMovedOrEnded() {
    String visit = "/api/appointments/" + attacked.victim().visit();
    for (String step : List.of("confirm", "decline", "cancel", "complete", "no-show")) {
      own.post(visit + "/" + step, Map.of("reason", "Mine")).expect(404);
    }
    own.get(visit).expect(404);
    own.get(visit + "/timeline").expect(404);
    own.get(visit + "?asOf=2026-01-01T00:00:00Z").expect(404);
  }

  @Test
  void refusalsOfEveryKindAreFewEntries() {
    IntStream.range(0, 200)
        .forEach(i -> profile(UUID.nameUUIDFromBytes(new byte[] {(byte) i, 3}).toString()));

    attacked.awaitLog();
    assertThat(attacked.entries("action=access_refused&actorId=" + doctor.id))
        .hasSizeBetween(20, 30);
  }
}
