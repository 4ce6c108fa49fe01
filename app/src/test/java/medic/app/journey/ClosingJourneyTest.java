package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is known of doctors, places and rooms is mended; what is closed stays and takes nothing. */
@Tag("server")
class ClosingJourneyTest {

  private static TestServer server;
  private static TestServer other;
  private static Client admin;
  private static Practice practice;

  @BeforeAll
  static void start() {
    server = TestServer.start("MEDIC_OPEN_APPOINTMENTS=1000");
    other = server.join();
    admin = server.admin();
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    other.close();
    server.close();
  }

  private static List<String> hit(Answer answer) {
    return answer.body().path("visitsHit").findValuesAsString("appointmentId");
  }

  /** What GET gives, PUT takes. */
  @Test
  void aTypoInANameIsMendedWhereverItIsShown() {
    Practice.Doctor doctor = practice.doctor();
    String room = doctor.path("/locations/" + doctor.location + "/rooms/" + doctor.addRoom());
    String slot = doctor.slots(admin).get(3).path("startsAt").asString();
    String visit =
        admin
            .post("/api/appointments", doctor.booking(practice.patient(), slot))
            .expect(201)
            .text("appointmentId");
    mend(doctor.path("/profile"), "fullName", "Dr. Ada Mended");
    mend(doctor.path("/locations/" + doctor.location), "name", "Mitte II");
    Client after = mend(room, "name", "Room 1 b");

    JsonNode shown = after.get("/api/appointments/" + visit).expect(200).body();
    assertThat(shown.path("doctorName").asString()).isEqualTo("Dr. Ada Mended");
    assertThat(shown.path("locationName").asString()).isEqualTo("Mitte II");
    JsonNode listed =
        after.get("/api/doctors?q=ada%20mended&limit=200").expect(200).body().path("items");
    assertThat(listed.findValuesAsString("doctorId")).contains(doctor.id);
    JsonNode changes =
        after.get(doctor.path("/changes?from=2026-01-01")).expect(200).body().path("entries");
    assertThat(changes.findValuesAsString("action"))
        .contains("doctor_profile_revised", "location_revised", "room_revised");
  }

  /** Answers a client that reads what was mended. */
  private static Client mend(String path, String field, String value) {
    Answer read = admin.get(path).expect(200);
    Map<String, Object> body = new HashMap<>();
    read.body().propertyStream().forEach(one -> body.put(one.getKey(), one.getValue()));
    body.put(field, value);
    Client editor = admin.with("If-Match", read.header("ETag").orElseThrow());
    editor.put(path, body).expect(200);
    Client after = admin.after(editor);
    assertThat(after.get(path).expect(200).text(field)).isEqualTo(value);
    body.put(field, value + " again");
    editor.put(path, body).expect(412, "VERSION_CONFLICT");
    return after;
  }

  @Test
  void whoLeftAndWhatIsClosedIsReadAndNotOffered() {
    Practice.Doctor doctor = practice.doctor("Leaving", "Potsdam");
    String slot = doctor.slots(admin).get(3).path("startsAt").asString();
    String visit =
        admin
            .post("/api/appointments", doctor.booking(practice.patient(), slot))
            .expect(201)
            .text("appointmentId");
    String place = doctor.path("/locations/" + doctor.location);
    assertThat(hit(admin.get(place + "/visits-hit").expect(200))).containsExactly(visit);
    assertThat(hit(admin.post(place + "/close", Map.of("reason", "Moved")).expect(200)))
        .containsExactly(visit);
    assertThat(doctor.slots(admin)).isEmpty();
    assertThat(admin.get("/api/availability/next?city=Potsdam").expect(200).body().path("slots"))
        .isEmpty();
    assertThat(admin.get(place).expect(200).body().path("closed").asBoolean()).isTrue();
    assertThat(admin.get(place).expect(200).body().path("primary").asBoolean()).isFalse();
    admin
        .post("/api/appointments", doctor.booking(practice.patient(), slot))
        .expect(422, "LOCATION_CLOSED");
    admin.post(place + "/reopen", null).expect(200);
    assertThat(doctor.slots(admin)).isNotEmpty();
    assertThat(admin.get(place).expect(200).body().path("primary").asBoolean()).isTrue();

    assertThat(hit(admin.get(doctor.path("/leave/visits-hit")).expect(200))).containsExactly(visit);
    assertThat(hit(admin.post(doctor.path("/leave"), null).expect(200))).containsExactly(visit);
    assertThat(doctor.slots(admin)).isEmpty();
    JsonNode found = admin.get("/api/doctors?specialty=Leaving").expect(200).body().path("items");
    assertThat(found).isEmpty();
    assertThat(admin.get(doctor.path("")).expect(200).body().path("left").asBoolean()).isTrue();
    admin
        .post("/api/appointments", doctor.booking(practice.patient(), slot))
        .expect(422, "DOCTOR_LEFT");
    admin.post("/api/appointments/" + visit + "/cancel", Map.of("reason", "Left")).expect(200);
    admin.post(doctor.path("/return"), null).expect(200);
    assertThat(doctor.slots(admin)).isNotEmpty();
    JsonNode actions =
        admin.get("/api/audit/events?doctorId=" + doctor.id).expect(200).body().path("items");
    assertThat(actions.findValuesAsString("action"))
        .contains("location_closed", "location_reopened", "doctor_left", "doctor_returned");
  }

  @Test
  void bothDoctorsSeeThatARoomIsSharedNoLonger() {
    Practice.Doctor owner = practice.doctor();
    Practice.Doctor guest = practice.doctor();
    String rooms = owner.path("/locations/" + owner.location + "/rooms/");
    String room = owner.addRoom();
    admin.post(rooms + room + "/share", Map.of("doctorId", guest.id)).expect(200);
    assertThat(room(guest, room).path("closed").asBoolean()).isFalse();
    admin.put(rooms + room, Map.of("name", "Laboratory", "capacity", 4)).expect(200);
    assertThat(room(guest, room).path("name").asString()).isEqualTo("Laboratory");
    assertThat(room(guest, room).path("capacity").asInt()).isEqualTo(4);
    admin.post(rooms + room + "/unshare", Map.of("doctorId", guest.id)).expect(200);
    assertThat(room(guest, room).path("closed").asBoolean()).isTrue();
    assertThat(room(owner, room).path("closed").asBoolean()).isFalse();
  }

  private static JsonNode room(Practice.Doctor of, String id) {
    return admin
        .get(of.path(""))
        .expect(200)
        .body()
        .path("rooms")
        .valueStream()
        .filter(room -> room.path("roomId").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Closed while many book, on two nodes: each appointment that was booked is one that the closing
   * tells of, and none is booked after it.
   */
  @Test
  void nobodyIsBookedUntoldIntoAPlaceThatCloses() throws Exception {
    for (int round = 0; round < 3; round++) {
      Practice.Doctor doctor = practice.doctor();
      JsonNode slots = doctor.slots(admin);
      List<Callable<Answer>> all = new ArrayList<>();
      Client there = other.admin();
      for (int one = 0; one < 10; one++) {
        Map<String, Object> wish =
            doctor.booking(practice.patient(), slots.get(2 + one).path("startsAt").asString());
        Client by = one % 2 == 0 ? admin : there;
        all.add(() -> by.post("/api/appointments", wish));
      }
      all.add(() -> there.post(doctor.path("/locations/" + doctor.location + "/close"), null));
      List<Answer> answers = atOnce(all);
      answers.get(10).expect(200);
      Set<String> booked = new TreeSet<>();
      for (Answer answer : answers.subList(0, 10)) {
        if (answer.status() == 201) {
          booked.add(answer.text("appointmentId"));
        } else {
          answer.expect(422, "LOCATION_CLOSED");
        }
      }
      assertThat(new TreeSet<>(hit(answers.get(10)))).isEqualTo(booked);
      assertThat(new TreeSet<>(hit(admin.get(doctor.path("/visits-hit/open")).expect(200))))
          .isEqualTo(booked);
      System.out.println("booked before the closing: " + booked.size());
    }
  }

  private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(requests.size());
    CyclicBarrier ready = new CyclicBarrier(requests.size());
    List<Future<Answer>> sent = new ArrayList<>();
    for (Callable<Answer> request : requests) {
      sent.add(
          senders.submit(
              () -> {
                ready.await();
                return request.call();
              }));
    }
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> answer : sent) {
      answers.add(answer.get());
    }
    senders.shutdown();
    return answers;
  }
}
