package medic.app.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever a read offers a patient, for a booking or for a move, is accepted, and what it does not
 * offer is refused: in practices made up from a seed, which is printed. {@code
 * -Dmedic.offers.seed=...} plays them again, {@code -Dmedic.offers.practices=...} makes more.
 */
@Tag("server")
class OffersAreAcceptedTest {

  private static final long SEED = Long.getLong("medic.offers.seed", 20261130L);
  private static final int PRACTICES = Integer.getInteger("medic.offers.practices", 12);
  private static final int OFFERED_TRIED = 5;
  private static final int OTHERS_TRIED = 8;
  private static final int MOVES_TRIED = 3;
  private static final Set<String> REFUSALS =
      Set.of(
          "NOT_OFFERED",
          "SLOT_TAKEN",
          "ROOM_TAKEN",
          "TOO_SHORT_NOTICE",
          "TOO_FAR_AHEAD",
          "LOCATION_UNSUITABLE");

  private static TestServer server;
  private static Client admin;
  private static Practice people;

  private final Map<String, Integer> answers = new TreeMap<>();
  private Random random = new Random(SEED);

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
    people = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatIsOfferedIsAcceptedAndNothingElse() {
    Patient booker = Patient.with("booker");
    Patient mover = Patient.with("mover");
    List<String> others = List.of(people.patient(), people.patient(), people.patient());
    for (int i = 0; i < PRACTICES; i++) {
      long seed = SEED + i;
      System.out.println("practice: -Dmedic.offers.practices=1 -Dmedic.offers.seed=" + seed);
      random = new Random(seed);
      MadeUpPractice practice = new MadeUpPractice(admin, random);
      List<String> booked = bookSome(practice, others);
      practice.types.forEach(type -> tryBookings(practice, type, booker));
      tryMoves(practice, mover);
      booked.forEach(visit -> admin.post(visit + "/cancel", Map.of()));
    }
    System.out.println("offers: " + answers);
    assertThat(answers).as("seed %s", SEED).containsKeys("booked", "moved", "NOT_OFFERED");
  }

  private List<String> bookSome(MadeUpPractice practice, List<String> patients) {
    List<String> booked = new ArrayList<>();
    for (String patient : patients) {
      String type = practice.types.get(random.nextInt(practice.types.size()));
      List<JsonNode> slots = offered(practice, admin, type, null);
      if (!slots.isEmpty()) {
        Answer answer = practice.book(admin, any(slots), patient);
        answer.header("Location").ifPresent(booked::add);
      }
    }
    return booked;
  }

  private void tryBookings(MadeUpPractice practice, String type, Patient patient) {
    List<JsonNode> slots = offered(practice, patient.client, type, null);
    Set<String> offered = startsAndPlaces(slots);
    for (JsonNode slot : some(slots, OFFERED_TRIED)) {
      Answer booked = practice.book(patient.client, slot, patient.id);
      count(booked, "booked");
      assertThat(booked.status()).as(told(practice, slot, booked)).isEqualTo(201);
      assertThat(booked.text("roomId")).as(told(practice, slot, booked)).isEqualTo(roomOf(slot));
      admin.post(booked.header("Location").orElseThrow() + "/cancel", Map.of()).expect(200);
    }
    for (Wish wish : notOffered(practice, slots, offered)) {
      Map<String, Object> body = practice.wish(type, wish.startsAt, wish.place);
      body.put("patientId", patient.id);
      refused(practice, body, patient.client.post("/api/appointments", body));
    }
  }

  private void tryMoves(MadeUpPractice practice, Patient patient) {
    for (String type : practice.types) {
      List<JsonNode> slots = offered(practice, patient.client, type, null);
      if (slots.isEmpty() || practice.asksForNotice(type)) {
        continue;
      }
      Answer booked = practice.book(patient.client, any(slots), patient.id).expect(201);
      String visit = booked.header("Location").orElseThrow();
      if (random.nextBoolean()) {
        practice.deactivate(type);
        practice.slots(patient.client, type, null).expect(422, "TYPE_INACTIVE");
      }
      tryMoves(practice, type, visit, booked, patient);
      admin.post(visit + "/cancel", Map.of()).expect(200);
    }
  }

  private void tryMoves(
      MadeUpPractice practice, String type, String path, Answer booked, Patient patient) {
    String visit = booked.text("appointmentId");
    Answer before = booked;
    for (int i = 0; i < MOVES_TRIED; i++) {
      List<JsonNode> slots = offered(practice, patient.client, type, visit);
      assertThat(slots).as(told(practice, visit, null)).isNotEmpty();
      for (Wish wish : notOffered(practice, slots, startsAndPlaces(slots))) {
        refused(practice, wish, patient.client.post(path + "/reschedule", wish.body()));
      }
      JsonNode slot = any(slots);
      Wish wish = new Wish(slot.path("startsAt").asString(), slot.path("locationId").asString());
      Answer moved = patient.client.post(path + "/reschedule", wish.body());
      practice.history.add(moved.status() + " move " + wish);
      count(moved, "moved");
      assertThat(moved.status()).as(told(practice, slot, moved)).isEqualTo(200);
      assertThat(moved.text("startsAt")).isEqualTo(wish.startsAt);
      String room = wish.isWhereItIs(before) ? before.text("roomId") : roomOf(slot);
      assertThat(moved.text("roomId")).as(told(practice, slot, moved)).isEqualTo(room);
      before = moved;
    }
  }

  private static String roomOf(JsonNode slot) {
    return slot.path("roomId").asString("");
  }

  /** Near what is offered, and anywhere, on the grid and off it. */
  private List<Wish> notOffered(
      MadeUpPractice practice, List<JsonNode> slots, Set<String> offered) {
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < OTHERS_TRIED; i++) {
      String place = practice.anyPlace();
      Instant start = practice.anyStart(place);
      if (!slots.isEmpty() && random.nextBoolean()) {
        JsonNode near = any(slots);
        place = near.path("locationId").asString();
        Instant at = Instant.parse(near.path("startsAt").asString());
        start = at.plus(5L * (random.nextInt(13) - 6), ChronoUnit.MINUTES);
      }
      if (!offered.contains(start + place) && practice.isLookedAt(start, place)) {
        wishes.add(new Wish(start.toString(), place));
      }
    }
    return wishes;
  }

  private void refused(MadeUpPractice practice, Object wish, Answer refused) {
    count(refused, "accepted");
    assertThat(refused.status()).as(told(practice, wish, refused)).isIn(409, 422);
    assertThat(refused.text("code")).as(told(practice, wish, refused)).isIn(REFUSALS);
  }

  private List<JsonNode> offered(
      MadeUpPractice practice, Client client, String type, String moved) {
    Answer answer = practice.slots(client, type, moved).expect(200);
    return new ArrayList<>(answer.body().path("slots").valueStream().toList());
  }

  private static Set<String> startsAndPlaces(List<JsonNode> slots) {
    Set<String> found = new HashSet<>();
    slots.forEach(
        slot -> found.add(slot.path("startsAt").asString() + slot.path("locationId").asString()));
    return found;
  }

  private List<JsonNode> some(List<JsonNode> slots, int most) {
    List<JsonNode> mixed = new ArrayList<>(slots);
    Collections.shuffle(mixed, random);
    return mixed.subList(0, Math.min(most, mixed.size()));
  }

  private JsonNode any(List<JsonNode> slots) {
    return slots.get(random.nextInt(slots.size()));
  }

  private void count(Answer answer, String success) {
    answers.merge(answer.status() < 300 ? success : answer.text("code"), 1, Integer::sum);
  }

  private static String told(MadeUpPractice practice, Object wish, Answer answer) {
    String was = answer == null ? "" : " was answered " + answer.body();
    return wish + was + " after\n" + String.join("\n", practice.history);
  }

  private record Wish(String startsAt, String place) {
    Map<String, Object> body() {
      return Map.of("startsAt", startsAt, "locationId", place);
    }

    /** Who moves a visit to where it is moves nothing. */
    boolean isWhereItIs(Answer visit) {
      return startsAt.equals(visit.text("startsAt")) && place.equals(visit.text("locationId"));
    }
  }

  private record Patient(String id, Client client) {
    static Patient with(String name) {
      String login = name + "." + UUID.randomUUID().toString().substring(0, 8);
      String id = people.patient(login);
      return new Patient(id, server.anonymous().login(login, Practice.PASSWORD));
    }
  }
}
