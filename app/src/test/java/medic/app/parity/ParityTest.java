package medic.app.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
 * What is shown can be booked, and what is not shown cannot: one random history, seen by the read
 * side and by the aggregates. {@code -Dmedic.parity.seed=...} plays one again.
 */
@Tag("server")
class ParityTest {
  private static final long SEED = Long.getLong("medic.parity.seed", 20261130L);
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "Europe/London", "Australia/Lord_Howe");
  private static final int OFFERED_TRIED = 10;
  private static final int TAKEN_TRIED = 6;
  private static final int OTHERS_TRIED = 8;

  private static TestServer server;
  private static Client admin;

  private final Random random = new Random(SEED);
  private final Map<String, Integer> answers = new TreeMap<>();

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatIsOfferedCanBeBookedAndNothingElse() {
    play(practices -> {});
    assertThat(answers).as("seed %s", SEED).containsKeys("201", "NOT_OFFERED");
  }

  @Test
  void whatIsClosedIsOfferedByNeitherSide() {
    play(
        practices -> {
          practices.get(0).closeRoom(1);
          practices.get(0).closeRoom(0); // which the next one shares
          practices.get(1).closePlace(0);
          practices.get(1).reviseRoom(1);
          practices.get(2).leave();
        });
    assertThat(answers)
        .as("seed %s", SEED)
        .containsKeys("201", "NOT_OFFERED", "LOCATION_CLOSED", "DOCTOR_LEFT");
  }

  private void play(Consumer<List<RandomPractice>> afterwards) {
    System.out.println("parity seed: -Dmedic.parity.seed=" + SEED);
    Practice people = new Practice(admin);
    List<RandomPractice> practices = new ArrayList<>();
    for (String zone : ZONES) {
      RandomPractice practice = new RandomPractice(admin, random, ZoneId.of(zone));
      if (!practices.isEmpty()) {
        practices.get(practices.size() - 1).shareWith(practice);
      }
      practices.add(practice);
    }
    practices.forEach(RandomPractice::plan);
    for (RandomPractice practice : practices) {
      practice.book(IntStream.range(0, 7).mapToObj(i -> people.patient()).toList());
    }
    afterwards.accept(practices);
    String patient = people.patient();
    for (RandomPractice practice : practices) {
      for (String type : practice.types) {
        compare(practice, type, patient);
      }
    }
    System.out.println("parity: " + answers);
  }

  private void compare(RandomPractice practice, String type, String patient) {
    List<JsonNode> slots = new ArrayList<>(practice.slots(type).valueStream().toList());
    Set<String> offered = new HashSet<>();
    slots.forEach(slot -> offered.add(startAndPlace(slot)));
    Collections.shuffle(slots, random);
    slots.stream().limit(OFFERED_TRIED).forEach(slot -> canBeBooked(practice, slot, patient));
    practice.offeredFirst.get(type).stream()
        .filter(slot -> !offered.contains(startAndPlace(slot)))
        .limit(TAKEN_TRIED)
        .forEach(slot -> cannotBeBooked(practice, practice.wish(slot), patient));
    for (int i = 0; i < OTHERS_TRIED; i++) {
      String start = practice.anyStart().toString();
      String place = practice.places.get(random.nextInt(practice.places.size()));
      if (!offered.contains(start + place)) {
        cannotBeBooked(practice, practice.wish(type, start, place), patient);
      }
    }
    assertThat(practice.slots(type).size()).as("all is as before").isEqualTo(slots.size());
  }

  private static String startAndPlace(JsonNode slot) {
    return slot.path("startsAt").asString() + slot.path("locationId").asString();
  }

  private void canBeBooked(RandomPractice practice, JsonNode slot, String patient) {
    Map<String, Object> wish = practice.wish(slot);
    wish.put("patientId", patient);
    Answer booked = admin.post("/api/appointments", wish);
    count(booked);
    assertThat(booked.status()).as(told(practice, slot, booked)).isEqualTo(201);
    assertThat(booked.text("endsAt")).isEqualTo(slot.path("endsAt").asString());
    assertThat(booked.text("roomId"))
        .as(told(practice, slot, booked))
        .isEqualTo(slot.path("roomId").asString(""));
    admin.post(booked.header("Location").orElseThrow() + "/cancel", Map.of()).expect(200);
  }

  private void cannotBeBooked(RandomPractice practice, Map<String, Object> wish, String patient) {
    wish.put("patientId", patient);
    Answer refused = admin.post("/api/appointments", wish);
    count(refused);
    assertThat(refused.status()).as(told(practice, wish, refused)).isIn(409, 422);
    assertThat(refused.text("code"))
        .as(told(practice, wish, refused))
        .isIn(
            "NOT_OFFERED",
            "SLOT_TAKEN",
            "ROOM_TAKEN",
            "TOO_SHORT_NOTICE",
            "TOO_FAR_AHEAD",
            "LOCATION_CLOSED",
            "DOCTOR_LEFT");
  }

  private void count(Answer answer) {
    String key = answer.status() == 201 ? "201" : answer.text("code");
    answers.merge(key, 1, Integer::sum);
  }

  private static String told(RandomPractice practice, Object wish, Answer answer) {
    return "seed %s: %s was answered %s after%n%s"
        .formatted(SEED, wish, answer.body(), String.join("\n", practice.history));
  }
}
