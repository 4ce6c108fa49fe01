package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import medic.app.chaos.Simultaneously;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Clients choose ids, and many are public: nobody puts something of theirs in another's place. */
@Tag("server")
class OneIdOneThingTest {

  private static final int RACES = Integer.getInteger("medic.claim.races", 2);

  private static final String NEW_YEAR = "2099-01-01T00:00:00Z";
  private static final String NEXT_DAY = "2099-01-02T00:00:00Z";

  private static TestServer server;
  private static Client admin;
  private static Practice practice;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aDoctorWhoUsesAnothersIdsIsRefusedAndNobodySeesADifference() {
    Practice.Doctor ada = practice.doctor();
    ada.addRoom();
    Practice.Doctor eve = practice.doctor();
    Client asEve = server.anonymous().login(eve.login(), "long enough");
    String patient = practice.patient();
    String slot = ada.slots(admin).get(40).path("startsAt").asString();
    Map<String, Object> booking = ada.booking(patient, slot);
    booking.put("roomId", ada.room);
    String visit = admin.post("/api/appointments", booking).expect(201).text("appointmentId");
    String blocked = Thing.EXCEPTION.post(admin, ada, null).expect(201).text("exceptionId");
    String leave = Thing.TIME_OFF.post(admin, ada, null).expect(201).text("timeOffId");
    List<JsonNode> before = shown(ada, slot, patient, visit);
    assertThat(before)
        .allSatisfy(view -> assertThat(view.toString()).containsAnyOf("Mitte", leave));
    Stored stored = Stored.in(server.dataSource());

    for (String adas : List.of(ada.id, ada.location, ada.room, ada.type, blocked, leave)) {
      for (Thing thing : Thing.values()) {
        Answer answer = thing.post(asEve, eve, adas).expect(409, "ID_ALREADY_USED");
        assertThat(answer.body().path("errors").get(0).path("field").asString())
            .isEqualTo(thing.field);
      }
    }

    assertThat(Stored.in(server.dataSource())).isEqualTo(stored);
    assertThat(shown(ada, slot, patient, visit)).isEqualTo(before);
    admin.post("/api/appointments/" + visit + "/cancel", Map.of("reason", "away")).expect(200);
    JsonNode told = Await.message(admin, patient, "cancelled", "kept");
    assertThat(told.path("message").toString())
        .contains("Visit", "Dr. Ada Test", "Mitte")
        .doesNotContain("Eve");
  }

  /** What anybody, the patient and the doctor see of a doctor and a visit. */
  private static List<JsonNode> shown(
      Practice.Doctor doctor, String slot, String patient, String visit) {
    Instant startsAt = Instant.parse(slot);
    return Stream.of(
            "/api/doctors?limit=100",
            doctor.path(""),
            doctor.path("/agenda?from=" + startsAt + "&to=" + startsAt.plus(1, ChronoUnit.HOURS)),
            doctor.path("/agenda?from=" + NEW_YEAR + "&to=" + NEXT_DAY),
            "/api/patients/" + patient + "/appointments",
            "/api/appointments/" + visit)
        .map(path -> admin.get(path).expect(200).body())
        .toList();
  }

  @Test
  void theSameRequestAgainChangesNothing() {
    Practice.Doctor ada = practice.doctor();
    Client asAda = server.anonymous().login(ada.login(), "long enough");
    for (Thing thing : Thing.values()) {
      String id = UUID.randomUUID().toString();
      Answer first = thing.post(asAda, ada, id).expect(201);
      Stored stored = Stored.in(server.dataSource());
      assertThat(thing.post(asAda, ada, id).expect(201).body()).isEqualTo(first.body());
      assertThat(Stored.in(server.dataSource())).isEqualTo(stored);
    }
  }

  @Test
  void aKeyNamesOneRequest() {
    Practice.Doctor ada = practice.doctor();
    Client keyed =
        server
            .anonymous()
            .login(ada.login(), "long enough")
            .with("Idempotency-Key", "key-" + UUID.randomUUID());
    Answer first = Thing.LOCATION.post(keyed, ada, null).expect(201);
    Stored stored = Stored.in(server.dataSource());
    assertThat(Thing.LOCATION.post(keyed, ada, null).expect(201).body()).isEqualTo(first.body());
    Thing.ROOM.post(keyed, ada, null).expect(422, "IDEMPOTENCY_KEY_REUSED");
    Thing.APPOINTMENT_TYPE.post(keyed, ada, null).expect(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(Stored.in(server.dataSource())).isEqualTo(stored);
  }

  @Test
  void ofTwoDoctorsWhoUseAnIdAtOnceOneHasIt() throws Exception {
    Practice.Doctor ada = practice.doctor();
    Practice.Doctor eve = practice.doctor();
    try (TestServer otherNode = server.join()) {
      Client elsewhere = otherNode.admin();
      for (int race = 0; race < RACES; race++) {
        for (Thing thing : Thing.values()) {
          String id = UUID.randomUUID().toString();
          List<Callable<Answer>> uses =
              List.of(() -> thing.post(admin, ada, id), () -> thing.post(elsewhere, eve, id));
          assertThat(Simultaneously.call(uses).stream().map(OneIdOneThingTest::outcome))
              .containsExactlyInAnyOrder("201", "409 ID_ALREADY_USED");
        }
      }
    }
  }

  private static String outcome(Answer answer) {
    return (answer.status() + " " + answer.text("code")).strip();
  }

  /** What a doctor adds, under an id of their choice. */
  private enum Thing {
    LOCATION("locationId", Map.of("name", "Eve's place", "timezone", "Europe/Berlin")),
    ROOM("roomId", Map.of("name", "Eve's room", "capacity", 1)),
    APPOINTMENT_TYPE(
        "appointmentTypeId",
        Map.of("name", "Eve's hour", "durationMinutes", 60, "consultationMode", "in_person")),
    EXCEPTION("exceptionId", Map.of("startAt", NEW_YEAR, "endAt", NEXT_DAY, "status", "blocked")),
    TIME_OFF("timeOffId", Map.of("startAt", NEW_YEAR, "endAt", NEXT_DAY));

    private final String field;
    private final Map<String, Object> details;

    Thing(String field, Map<String, Object> details) {
      this.field = field;
      this.details = details;
    }

    Answer post(Client client, Practice.Doctor doctor, String id) {
      Map<String, Object> body = new HashMap<>(details);
      if (id != null) {
        body.put(field, id);
      }
      if (this == APPOINTMENT_TYPE) {
        body.put("slug", "of-" + id);
      }
      return client.post(path(doctor), body);
    }

    private String path(Practice.Doctor doctor) {
      return switch (this) {
        case LOCATION -> doctor.path("/locations");
        case ROOM -> doctor.path("/locations/" + doctor.location + "/rooms");
        case APPOINTMENT_TYPE -> doctor.path("/appointment-types");
        case EXCEPTION -> doctor.path("/exceptions");
        case TIME_OFF -> doctor.path("/time-off");
      };
    }
  }
}
