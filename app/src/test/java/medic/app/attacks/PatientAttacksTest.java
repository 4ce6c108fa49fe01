package medic.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.messages.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a patient tries with a login of their own; after each attempt the practice goes on. */
@ExtendWith(UnderAttack.class)
@Timeout(300)
@Tag("server")
class PatientAttacksTest {

  private static final String BOOK = "/api/appointments";

  private final AttackedPractice attacked;
  private final Probes probes;
  private final Connections connections;
  private final String address = AttackedPractice.newAddress();
  private final String login = AttackedPractice.newLogin();
  private final String patient;
  private final String token;
  private final Client own;

  PatientAttacksTest(AttackedPractice attacked) {
    this.attacked = attacked;
    this.probes = new Probes(attacked);
    this.connections = new Connections(attacked.server().address());
    this.patient = attacked.practice().patient(login);
    this.token = attacked.token(login, Practice.PASSWORD, address);
    this.own = attacked.as(token, address);
  }

  @Test
  void idsOfNobodyOpenNoDoor() {
    probes.asksForNobody(own);
  }

  /** What is said of a doctor to everybody is said to them too, and no more. */
  @Test
  void nothingOfAnotherIsShownOrChanged() {
    assertThat(probes.asksForTheVictim(own))
        .allMatch(route -> route.startsWith("GET /api/doctors"));
    attacked.victim().client().get("/api/appointments/" + attacked.victim().visit()).expect(200);
    assertThat(
            attacked
                .victim()
                .client()
                .get("/api/appointments/" + attacked.victim().visit())
                .text("status"))
        .isEqualTo("confirmed");
  }

  @Test
  void theSameRefusalFillsNoLog() {
    for (int i = 0; i < 200; i++) {
      own.get("/api/patients/" + attacked.victim().patient()).expect(404);
    }

    attacked.awaitLog();
    assertThat(attacked.entries("action=access_refused&actorId=" + patient)).hasSize(1);
  }

  @Test
  void oneKeyAtOnceIsOneVisit() {
    Practice.Doctor doctor = attacked.practice().doctor();
    Map<String, Object> booking = booking(doctor, 3);
    Client keyed = own.with("Idempotency-Key", UUID.randomUUID().toString());
    Set<String> visits = new HashSet<>();
    List<Answer> answers =
        IntStream.range(0, 16).parallel().mapToObj(i -> keyed.post(BOOK, booking)).toList();
    for (Answer answer : answers) {
      assertThat(answer.status()).isIn(201, 409);
      if (answer.status() == 201) {
        visits.add(answer.text("appointmentId"));
      }
    }

    assertThat(visits).hasSize(1);
    assertThat(appointments()).containsExactlyElementsOf(visits);
  }

  @Test
  void whoHangsUpFindsOutByAskingAgain() throws Exception {
    Practice.Doctor doctor = attacked.practice().doctor();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Map<String, Object> booking = booking(doctor, 3 * i);
      booking.put("appointmentId", UUID.randomUUID().toString());
      ids.add((String) booking.get("appointmentId"));
      connections.hangUp(BOOK, token, json(booking), i % 2 == 0);
      own.post(BOOK, booking).expect(201);
    }

    assertThat(appointments()).containsExactlyInAnyOrderElementsOf(ids);
  }

  private static String json(Map<String, Object> body) {
    return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body);
  }

  private Map<String, Object> booking(Practice.Doctor doctor, int slot) {
    return doctor.booking(patient, AttackedPractice.startsAt(doctor.slots(attacked.admin()), slot));
  }

  private List<String> appointments() {
    return AttackedPractice.items(own.get("/api/patients/" + patient + "/appointments"))
        .map(visit -> visit.path("appointmentId").asString())
        .toList();
  }

  @Test
  void whatIsBookedIsSeenAtOnceInEveryReadModel() {
    Practice.Doctor doctor = attacked.practice().doctor();
    String visit = own.post(BOOK, booking(doctor, 2)).expect(201).text("appointmentId");

    assertThat(appointments()).containsExactly(visit);
    own.get("/api/appointments/" + visit).expect(200);
    assertThat(own.get("/api/appointments/" + visit + "/timeline").expect(200).raw().body())
        .contains("booked");
  }

  @Test
  void aTokenSaysNoMoreThanItWasGivenFor() {
    probes.forgesTokens(token);
  }

  @Test
  void makesNoLogins() {
    probes.administersNoLogins(own);
    own.post("/api/patients", Map.of("fullName", "Mallory", "email", "m@example.org")).expect(403);
    own.post("/api/patients/" + patient + "/invitation", null).expect(403);
    own.get("/api/admin/logins").expect(403);
  }

  @Test
  void aTokenThatIsOverIsOverForGood() {
    own.post("/api/auth/sign-out", null).expect(204);
    own.get("/api/doctors").expect(401);
    own.post("/api/auth/sign-out", null).expect(401);

    String before = attacked.token(login, Practice.PASSWORD, address);
    String after =
        change(attacked.as(before, address), Practice.PASSWORD, "entirely different")
            .expect(200)
            .text("accessToken");
    Await.until(() -> attacked.as(before, address).get("/api/doctors"), a -> a.status() == 401);
    attacked.as(after, address).get("/api/doctors").expect(200);
  }

  private static Answer change(Client who, String from, String to) {
    return who.post("/api/auth/password", Map.of("oldPassword", from, "newPassword", to));
  }

  @Test
  void passwordsThatEverybodyKnowsAreRefused() {
    for (String common : List.of("password1", "12345678", "PASSWORD", "qwertyuiop", "short")) {
      assertThat(change(own, Practice.PASSWORD, common).status()).as(common).isIn(400, 422);
    }
    change(own, Practice.PASSWORD, "x".repeat(129)).expect(400);
    Probes.guessesThePassword(own);
  }

  @Test
  void nobodyTakesAllSlots() {
    Practice.Doctor doctor = attacked.practice().doctor();
    JsonNode slots = doctor.slots(attacked.admin());
    List<Answer> answers =
        IntStream.range(0, 60)
            .mapToObj(
                i -> own.post(BOOK, doctor.booking(patient, AttackedPractice.startsAt(slots, i))))
            .toList();

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(answer -> answer.expect(422, "TOO_MANY_OPEN_APPOINTMENTS"));
    hold(doctor, slots, 30).expect(422, "TOO_MANY_OPEN_APPOINTMENTS");
  }

  @Test
  void nobodyHoldsAllSlots() {
    Practice.Doctor doctor = attacked.practice().doctor();
    JsonNode slots = doctor.slots(attacked.admin());
    List<Integer> statuses =
        IntStream.range(0, 60).mapToObj(i -> hold(doctor, slots, i).status()).toList();

    assertThat(statuses).filteredOn(status -> status == 201).hasSizeLessThanOrEqualTo(10);
    assertThat(statuses).contains(422);
  }

  private Answer hold(Practice.Doctor doctor, JsonNode slots, int number) {
    return own.post(
        "/api/holds",
        Map.of(
            "doctorId", doctor.id,
            "appointmentTypeId", doctor.type,
            "startsAt", AttackedPractice.startsAt(slots, number)));
  }

  @Test
  void aThousandStreamsAreTwenty() throws Exception {
    Practice.Doctor doctor = attacked.victim().doctor();
    List<Integer> statuses =
        connections.openAll(
            1000, doctor.path("/availability/stream?appointmentTypeId=" + doctor.type), token);

    assertThat(statuses.subList(0, 20)).containsOnly(200);
    assertThat(statuses.subList(20, 1000)).containsOnly(429);
  }

  @Test
  void positionsMakeNobodyWait() {
    Probes.waitsForNothing(own, "/api/doctors", 400);
  }

  @Test
  void bodiesThatDripStopNobody() throws Exception {
    probes.drips(token, BOOK);
  }

  @Test
  void whatCannotBeReadIsAProblem() throws Exception {
    probes.sendsWhatCannotBeRead(token);
  }

  @Test
  void healthIsOneWord() {
    probes.seesOneWordOfHealth(own);
  }

  @Test
  void whatIsNotKnownIsNotPassedOver() {
    probes.asksWhatIsNotKnown(own);
    own.get("/api/patients/" + patient + "/appointments?asOf=2026-01-01").expect(400);
    own.get("/api/patients/" + patient + "/appointments?when=ever").expect(400);
    own.post(BOOK + "?dryRun=true", Map.of()).expect(400);
  }

  @Test
  void nobodyBooksForAnotherOrUsesTheirHold() {
    Practice.Doctor doctor = attacked.victim().doctor();
    String at = AttackedPractice.startsAt(doctor.slots(attacked.admin()), 20);
    own.post(BOOK, doctor.booking(attacked.victim().patient(), at)).expect(404);
    Map<String, Object> withHold = new HashMap<>(doctor.booking(patient, at));
    withHold.put("holdId", attacked.victim().hold());
    assertThat(own.post(BOOK, withHold).status()).isIn(404, 409, 422);
    Map<String, Object> taken = new HashMap<>(doctor.booking(patient, at));
    taken.put("appointmentId", attacked.victim().visit());
    assertThat(own.post(BOOK, taken).status()).isIn(404, 409, 422);
    assertThat(own.get("/api/appointments/" + attacked.victim().visit()).status()).isEqualTo(404);
  }

  @Test
  void nobodyRaisesThemselvesByWhatTheyWrite() {
    Map<String, Object> profile =
        new HashMap<>(Map.of("fullName", "Grace Patient", "email", "grace@example.org"));
    for (String field : List.of("role", "patientId", "erased", "login", "person")) {
      Map<String, Object> more = new HashMap<>(profile);
      more.put(field, attacked.victim().patient());
      own.put("/api/patients/" + patient, more).expect(400);
    }
  }

  @Test
  void wordsStayWordsWhereverTheyGo() {
    Practice.Doctor doctor = attacked.practice().doctor();
    Map<String, Object> booking = booking(doctor, 4);
    String words = "[31m<script>alert(1)</script>' or 1=1; =cmd|' /C calc'!A0 ${7*7}";
    booking.put("reason", "\u001b" + words);
    own.post(BOOK, booking).expect(400, "INVALID_REQUEST");
    booking.put("reason", words);
    String visit = own.post(BOOK, booking).expect(201).text("appointmentId");

    Answer shown = own.get("/api/appointments/" + visit).expect(200);
    assertThat(shown.header("Content-Type").orElseThrow()).startsWith("application/json");
    assertThat(shown.raw().body()).doesNotContain("\u001b");
    for (String format : List.of("ndjson", "csv")) {
      assertThat(
              attacked
                  .auditor()
                  .after(own)
                  .get("/api/audit/export?format=" + format + "&appointmentId=" + visit)
                  .expect(200)
                  .raw()
                  .body())
          .contains(visit)
          .doesNotContain("\u001b", "<script>", "=cmd");
    }
  }
}
