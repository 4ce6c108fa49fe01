package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * 64 requests for one thing at one moment, half of them to a second process on the same database:
 * one gets it. {@code -Dmedic.race.rounds=200} runs the full number of rounds.
 */
@Tag("server")
class SimultaneousBookingsTest {

  private static final int ROUNDS = Integer.getInteger("medic.race.rounds", 6);
  private static final int RACERS = 64;

  @TempDir static Path data;

  private static ChildServer one;
  private static ChildServer two;
  private static Client adminOfOne;
  private static Client adminOfTwo;
  private static Practice practice;

  @BeforeAll
  static void start() {
    one = ChildServer.start(data);
    two = ChildServer.start(data);
    adminOfOne = one.client().login("admin", "demo");
    adminOfTwo = two.client().login("admin", "demo");
    practice = new Practice(adminOfOne);
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
  }

  @Test
  void oneSlotIsBookedOnce() throws Exception {
    Practice.Doctor doctor = practice.doctor();
    List<String> patients = patients();
    JsonNode slots = doctor.slots(adminOfOne);
    for (int round = 0; round < ROUNDS; round++) {
      String startsAt = slots.get(round).path("startsAt").asString();
      race("SLOT_TAKEN", racer -> doctor.booking(patients.get(racer), startsAt));
    }
  }

  @Test
  void aRoomOfTwoDoctorsIsTakenOnce() throws Exception {
    Practice.Doctor owner = practice.doctor();
    Practice.Doctor guest = practice.doctor();
    String room = owner.addRoom();
    adminOfOne
        .post(
            owner.path("/locations/" + owner.location + "/rooms/" + room + "/share"),
            Map.of("doctorId", guest.id))
        .expect(200);
    List<String> patients = patients();
    JsonNode slots = owner.slots(adminOfOne);
    for (int round = 0; round < ROUNDS; round++) {
      String startsAt = slots.get(round).path("startsAt").asString();
      race(
          null,
          racer -> {
            Practice.Doctor doctor = racer % 4 < 2 ? owner : guest;
            Map<String, Object> booking = doctor.booking(patients.get(racer), startsAt);
            booking.put("roomId", room);
            return booking;
          });
    }
  }

  @Test
  void aPatientIsAtOneDoctor() throws Exception {
    Practice.Doctor one = practice.doctor();
    Practice.Doctor other = practice.doctor();
    String patient = practice.patient();
    JsonNode slots = one.slots(adminOfOne);
    for (int round = 0; round < ROUNDS; round++) {
      String startsAt = slots.get(round).path("startsAt").asString();
      race(null, racer -> (racer % 4 < 2 ? one : other).booking(patient, startsAt));
    }
  }

  private interface Wish {
    Map<String, Object> of(int racer);
  }

  private static void race(String code, Wish wish) throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int racer = 0; racer < RACERS; racer++) {
      Client client = racer % 2 == 0 ? adminOfOne : adminOfTwo;
      Map<String, Object> booking = wish.of(racer);
      calls.add(() -> client.post("/api/appointments", booking));
    }
    List<Answer> answers = Simultaneously.call(calls);
    Map<Integer, Long> statuses =
        answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    assertThat(statuses).isEqualTo(Map.of(201, 1L, 409, RACERS - 1L));
    List<String> refusals =
        answers.stream().filter(a -> a.status() == 409).map(a -> a.text("code")).toList();
    if (code != null) {
      assertThat(refusals).containsOnly(code);
    } else {
      assertThat(refusals).allMatch(List.of("SLOT_TAKEN", "ROOM_TAKEN", "PATIENT_BUSY")::contains);
    }
  }

  private static List<String> patients() {
    return IntStream.range(0, RACERS).mapToObj(racer -> practice.patient()).toList();
  }
}
