package medic.app.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What {@code GET /api/appointments/{appointmentId}/actions} offers a caller is accepted, and what
 * it does not is refused with the code that it names: in practices made up from a seed, which is
 * printed. {@code -Dmedic.offers.seed=...} plays them again, {@code -Dmedic.offers.practices=...}
 * makes more.
 */
@Tag("server")
class OfferedActionsTest {

  private static final long SEED = Long.getLong("medic.offers.seed", 20261130L);
  private static final int USUAL = 4;
  private static final int PRACTICES = Integer.getInteger("medic.offers.practices", USUAL);

  /** So many at most are made until each action was accepted at least once. */
  private static final int MAX_PRACTICES = PRACTICES < USUAL ? PRACTICES : 10 * PRACTICES;

  private static final int STEPS = 5;

  /** So many minutes, that one visit is rarely in the way of another: the practice may so late. */
  private static final int BEGUN_WITHIN = 11 * 60;

  private static final Set<String> ACCEPTED =
      Set.of(
          "confirm",
          "decline",
          "cancel",
          "reschedule",
          "withdraw-move",
          "complete",
          "no-show",
          "reopen");

  private static TestServer server;
  private static Client admin;
  private static Client auditor;
  private static Practice people;
  private static String patient;
  private static Client self;
  private static Client other;

  private final Map<String, Integer> seen = new TreeMap<>();
  private Random random = new Random(SEED);
  private MadeUpPractice practice;
  private String visit;
  private Client writer;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
    auditor = server.auditor();
    people = new Practice(admin);
    String name = name("self");
    patient = people.patient(name);
    self = login(name);
    name = name("other");
    people.patient(name);
    other = login(name);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String name(String of) {
    return of + "." + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Client login(String name) {
    return server.anonymous().login(name, Practice.PASSWORD);
  }

  @Test
  void whatIsOfferedIsAcceptedAndNothingElse() {
    for (int i = 0; i < PRACTICES || i < MAX_PRACTICES && !sawAll(); i++) {
      long seed = SEED + i;
      System.out.println("practice: -Dmedic.offers.practices=1 -Dmedic.offers.seed=" + seed);
      random = new Random(seed);
      practice = new MadeUpPractice(admin, random);
      Client doctor = login(people.invite(practice.path(""), name("dr")));
      for (String type : practice.types) {
        practice.revise(type, terms());
        if (begin(type)) {
          live(doctor);
          admin.post(visit + "/cancel", null);
        }
      }
    }
    System.out.println("actions: " + seen);
    assertThat(seen).as("seed %s", SEED).containsKeys("FORBIDDEN", "INVALID_TRANSITION");
    if (PRACTICES >= USUAL) {
      assertThat(seen).as("seed %s", SEED).containsKeys(ACCEPTED.toArray(String[]::new));
    }
  }

  private boolean sawAll() {
    return seen.keySet().containsAll(ACCEPTED);
  }

  @Test
  void slotsForAMoveAreRefusedToAPatientAsTheMoveIs() {
    refusesMoves(Map.of("maxRescheduleCount", 0), "RESCHEDULE_LIMIT_REACHED");
    refusesMoves(Map.of("allowPatientReschedule", false), "RESCHEDULE_NOT_ALLOWED");
    refusesMoves(Map.of("minNoticeMinutes", 7 * 24 * 60), "TOO_SHORT_NOTICE");
  }

  /** From the decision on, and the same once the key is destroyed. */
  @Test
  void nothingIsOfferedThatKeepsSomethingOfTheErased() {
    random = new Random(SEED);
    practice = new MadeUpPractice(admin, random);
    writer = admin;
    Client doctor = login(people.invite(practice.path(""), name("dr")));
    String type = practice.types.get(0);
    practice.revise(type, Map.of("maxRescheduleCount", 0));
    String erased = people.patient();
    String missed = over(type, erased, Duration.ofHours(5));
    admin.post(missed + "/no-show", Map.of("reason", "Nobody came")).expect(200);
    String unknown = over(type, erased, Duration.ofHours(9));
    isRefusedMoves(doctor, unknown, "RESCHEDULE_LIMIT_REACHED", true);

    String path = "/api/patients/" + erased;
    admin.post(path + "/erase", Map.of("ground", "patient_request")).expect(202);
    keepsNothing(doctor, missed, unknown);
    var unused =
        Await.until(
            () -> admin.get(path + "/erasure").expect(200),
            told -> !told.text("receipt").isEmpty());
    keepsNothing(doctor, missed, unknown);
    admin.post(unknown + "/complete", null).expect(200);
  }

  /** A visit that began so long ago that it is over. */
  private String over(String type, String whose, Duration ago) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(ago);
    return begun(type, whose, start).expect(201).header("Location").orElseThrow();
  }

  private void keepsNothing(Client doctor, String missed, String unknown) {
    isRefusedMoves(doctor, unknown, "PATIENT_ERASED", false);
    for (Client caller : List.of(doctor, admin)) {
      visit = unknown;
      refusesWhatIsNotOffered(caller);
      perform(caller, "complete", null, "Because").expect(422, "PATIENT_ERASED");
      visit = missed;
      refusesWhatIsNotOffered(caller);
      perform(caller, "reopen", null, "Because").expect(422, "PATIENT_ERASED");
    }
  }

  private void isRefusedMoves(Client caller, String path, String code, boolean allowed) {
    visit = path;
    assertThat(actions(caller).body().path("actions").valueStream())
        .filteredOn(action -> action.path("action").asString().equals("reschedule"))
        .singleElement()
        .returns(code, action -> action.path("code").asString())
        .returns(allowed, action -> action.path("allowed").asBoolean());
  }

  private void refusesMoves(Map<String, Object> terms, String code) {
    Practice.Doctor doctor = people.doctor();
    String start = doctor.slots(admin).get(50).path("startsAt").asString();
    String to = doctor.slots(admin).get(60).path("startsAt").asString();
    Answer booked = admin.post("/api/appointments", doctor.booking(patient, start)).expect(201);
    visit = booked.header("Location").orElseThrow();
    Answer before = actions(self);
    admin.get(before.text("slots"));
    assertThat(self.get(before.text("slots")).expect(200).body().path("slots").size()).isPositive();

    Map<String, Object> type =
        new HashMap<>(
            Map.of(
                "slug", "stays",
                "name", "Stays",
                "durationMinutes", 30,
                "consultationMode", "in_person"));
    type.putAll(terms);
    admin.put(doctor.path("/appointment-types/" + doctor.type), type).expect(200);
    String slots = actions(self).text("slots");
    assertThat(admin.get(slots).expect(200).body().path("slots").size()).isPositive();
    self.get(slots).expect(422, code);
    self.get(slots.replace("availability?", "availability/stream?")).expect(422, code);
    self.post(visit + "/reschedule", Map.of("startsAt", to)).expect(422, code);
    admin
        .post(visit + "/reschedule", Map.of("startsAt", to, "reason", "She asked for it"))
        .expect(200);
    admin.post(visit + "/cancel", null).expect(200);
  }

  private Map<String, Object> terms() {
    Map<String, Object> terms = new HashMap<>();
    if (random.nextBoolean()) {
      terms.put("maxRescheduleCount", random.nextInt(2));
    }
    terms.put("allowPatientReschedule", random.nextInt(5) > 0);
    terms.put("requiresConfirmation", random.nextBoolean());
    return terms;
  }

  /** A visit to come in one of the slots, or one that has begun. */
  private boolean begin(String type) {
    Answer booked = random.nextInt(3) == 0 ? begun(type) : slots(type).map(this::book).orElse(null);
    visit = booked == null ? "" : booked.header("Location").orElse("");
    writer = admin;
    return !visit.isEmpty();
  }

  private Optional<JsonNode> slots(String type) {
    return any(practice.slots(admin, type, null).expect(200).body().path("slots"));
  }

  private Answer book(JsonNode slot) {
    return practice.book(admin, slot, patient);
  }

  private Answer begun(String type) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    return begun(type, patient, now.minus(Duration.ofMinutes(random.nextInt(BEGUN_WITHIN))));
  }

  private Answer begun(String type, String whose, Instant start) {
    Map<String, Object> wish = practice.wish(type, start.toString(), practice.anyPlace());
    wish.put("patientId", whose);
    wish.put("reason", "Walked in");
    wish.put("override", List.of("hours", "notice"));
    return admin.post("/api/appointments/overbook", wish);
  }

  private void live(Client doctor) {
    List<Client> callers = List.of(self, doctor, admin);
    for (int step = 0; step < STEPS; step++) {
      strangersSeeNothing();
      callers.forEach(this::refusesWhatIsNotOffered);
      accepts(callers.get(random.nextInt(callers.size())));
    }
  }

  private void strangersSeeNothing() {
    other.get(visit + "/actions").expect(404, "NOT_FOUND");
    other.post(visit + "/cancel", null).expect(404, "NOT_FOUND");
    other.post(visit + "/confirm", null).expect(403, "FORBIDDEN");
    JsonNode seen = auditor.get(visit + "/actions").expect(200).body().path("actions");
    assertThat(seen.findValuesAsString("code")).hasSize(8).containsOnly("FORBIDDEN");
  }

  private Answer actions(Client caller) {
    return caller.get(visit + "/actions").expect(200);
  }

  private void refusesWhatIsNotOffered(Client caller) {
    Answer answer = actions(caller);
    for (JsonNode action : answer.body().path("actions")) {
      String code = action.path("code").asString("");
      String path = action.path("action").asString();
      if (!action.path("allowed").asBoolean()) {
        Answer refused = perform(caller, path, elsewhere(), "Because");
        assertThat(refused.text("code")).as(told(action, refused)).isEqualTo(code);
        if (path.equals("reschedule")) {
          Answer slots = slots(caller, answer);
          assertThat(slots.text("code")).as(told(action, slots)).isEqualTo(code);
        }
        count(code);
      } else if (!code.isEmpty()) {
        Answer refused = perform(caller, path, elsewhere(), null);
        assertThat(refused.text("code")).as(told(action, refused)).isEqualTo(code);
        count("with a reason");
      }
    }
  }

  private void accepts(Client caller) {
    Answer answer = actions(caller);
    List<JsonNode> offered = new ArrayList<>();
    answer.body().path("actions").forEach(offered::add);
    offered.removeIf(action -> !action.path("allowed").asBoolean() || endsTooSoon(action));
    if (offered.isEmpty()) {
      return;
    }
    JsonNode action = oneOf(offered);
    String path = action.path("action").asString();
    String start = someTime();
    if (path.equals("reschedule")) {
      JsonNode slot = any(slots(caller, answer).expect(200).body().path("slots")).orElse(null);
      if (slot == null) {
        return;
      }
      start = slot.path("startsAt").asString() + " " + slot.path("locationId").asString();
    }
    boolean reason = action.path("reasonRequired").asBoolean();
    Answer accepted = perform(caller, path, start, reason ? "Because" : null);
    assertThat(accepted.status()).as(told(action, accepted)).isEqualTo(200);
    practice.history.add(path + " " + start + " " + accepted.body());
    count(path);
  }

  /** What was never accepted before comes first: without, it takes dozens of practices. */
  private JsonNode oneOf(List<JsonNode> offered) {
    return offered.stream()
        .filter(action -> !seen.containsKey(action.path("action").asString()))
        .findFirst()
        .orElseGet(() -> offered.get(random.nextInt(offered.size())));
  }

  /** So that lives are long. */
  private boolean endsTooSoon(JsonNode action) {
    return List.of("cancel", "decline").contains(action.path("action").asString())
        && random.nextInt(5) > 0;
  }

  /** Slots to move to, in the days looked at, once what was written is seen. */
  private Answer slots(Client caller, Answer actions) {
    String path = actions.text("slots") + "&from=" + practice.from + "&to=" + practice.to;
    admin.get(path);
    writer.get(path);
    return caller.get(path);
  }

  /** A move to where it is already changes nothing, and is nobody's to refuse. */
  private String elsewhere() {
    String start = writer.get(visit).expect(200).text("startsAt");
    String some = someTime();
    while (some.startsWith(start)) {
      some = someTime();
    }
    return some;
  }

  private String someTime() {
    String place = practice.anyPlace();
    return practice.anyStart(place) + " " + place;
  }

  /**
   * @param where the start and the place to move to
   */
  private Answer perform(Client caller, String path, String where, String reason) {
    Map<String, Object> body = new HashMap<>();
    if (reason != null) {
      body.put("reason", reason);
    }
    if (path.equals("reschedule")) {
      body.put("startsAt", where.split(" ")[0]);
      body.put("locationId", where.split(" ")[1]);
    }
    writer = caller;
    return caller.post(visit + "/" + path, body);
  }

  private Optional<JsonNode> any(JsonNode slots) {
    return slots.isEmpty()
        ? Optional.empty()
        : Optional.of(slots.get(random.nextInt(slots.size())));
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  private String told(JsonNode action, Answer answer) {
    return action
        + " was answered "
        + answer.body()
        + " after\n"
        + String.join("\n", practice.history);
  }
}
