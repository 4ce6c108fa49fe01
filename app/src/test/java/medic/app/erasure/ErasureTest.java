package medic.app.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import medic.app.chaos.Books;
import medic.app.chaos.ChildServer;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.messages.Await;
import medic.log.note.SignedNote;
import medic.log.note.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A patient who was there with all that a patient leaves behind, and is erased: nobody finds them
 * in any table or file, everybody is answered as before, the log proves what it proved, and read
 * models made from nothing are what they were.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("server")
class ErasureTest {

  @TempDir static Path data;

  private static ChildServer server;
  private static Client admin;
  private static Practice practice;

  @BeforeAll
  static void start() {
    start(ChildServer.start(data));
  }

  private static void start(ChildServer started) {
    server = started;
    admin = server.client().login("admin", "demo");
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(2) // it ends with the server stopped
  void nobodyFindsAnErasedPatient() throws Exception {
    Person person = Person.leaveTraces(admin, server.client());
    String masterBefore = Files.readString(data.resolve("keys/master.json"));

    person.erase(admin);
    Answer erasure = person.receipt(admin);

    verifyReceipt(person, erasure.text("receipt"));
    assertIsAnsweredAsErased(person);
    assertThat(Files.readString(data.resolve("keys/master.json"))).isNotEqualTo(masterBefore);
    try (Dump dump = Dump.of(data)) {
      assertThat(dump.rowsWith(Person.WORDS)).isEmpty();
      rebuildBeside();
      assertThat(dump.rowsWith(Person.WORDS)).isEmpty();
      assertIsAnsweredAsErased(person);
      assertRebuildsAreEqual(new Books(dump.database()));
      assertThat(dump.rowsWith(Person.WORDS)).isEmpty();
    }
    assertIsAnsweredAsErased(person);
    assertThat(person.receipt(admin).text("receipt")).isEqualTo(erasure.text("receipt"));
    server.close();
    assertThat(new DataDirectory(data).filesWith(Person.WORDS)).isEmpty();
  }

  private static void assertIsAnsweredAsErased(Person person) {
    Answer profile = admin.get("/api/patients/" + person.id()).expect(200);
    assertThat(profile.body().has("fullName")).isFalse();
    Answer found = admin.post("/api/patients/search", Map.of("words", "Quillfeather")).expect(200);
    assertThat(found.body().path("total").asInt()).isZero();
    Answer visit = admin.get("/api/appointments/" + person.visit()).expect(200);
    assertThat(visit.body().path("erased").asBoolean()).isTrue();
    assertTimelineIsErased(admin.get("/api/appointments/" + person.visit() + "/timeline"));
    admin.get("/api/appointments/" + person.visit() + "/changes?from=2026-01-01").expect(200);
    admin.put("/api/patients/" + person.id(), Person.profile()).expect(422, "PATIENT_ERASED");
    Practice.Doctor doctor = practice.doctor();
    admin
        .post("/api/appointments", doctor.booking(person.id(), Person.slot(doctor, admin, 5)))
        .expect(422, "PATIENT_ERASED");
    server.client().post("/api/auth/token", Person.credentials()).expect(401);
    assertForgetsTheAddressOfARefusedLogin(person);
  }

  private static void assertTimelineIsErased(Answer timeline) {
    assertThat(timeline.expect(200).body().path("entries").valueStream())
        .filteredOn(entry -> entry.path("action").asString().equals("hit_visit_kept"))
        .singleElement()
        .matches(entry -> entry.path("erased").asBoolean() && !entry.has("reason"));
  }

  private static void assertForgetsTheAddressOfARefusedLogin(Person person) {
    Answer refused = admin.get("/api/audit/events?action=login_refused").expect(200);
    assertThat(refused.body().path("items").valueStream())
        .filteredOn(entry -> entry.at("/details/loginId").asString().equals(person.id()))
        .singleElement()
        .matches(entry -> !entry.has("address"));
  }

  /** From nothing, twice: row by row what they were, and the erasure carried out once more. */
  private static void rebuildBeside() {
    for (String model : List.of("patients", "bookings", "appointments", "timeline")) {
      String path = "/api/admin/projections/" + model;
      admin.post(path + "/rebuild", null).expect(202);
      Await.until(
          () -> admin.get(path).expect(200).body().at("/rebuild/state").asString(),
          state -> state.equals("done"));
    }
  }

  private static void assertRebuildsAreEqual(Books books) throws Exception {
    long head = books.head();
    books.awaitReadModels(server);
    Map<String, List<String>> before = books.readModels(head);
    for (int rebuild = 1; rebuild <= 2; rebuild++) {
      server.close();
      books.forgetReadModels();
      start(ChildServer.start(data));
      books.awaitReadModels(server);
      Map<String, List<String>> after = books.readModels(head);
      assertThat(after.keySet()).isEqualTo(before.keySet());
      for (String table : before.keySet()) {
        assertThat(after.get(table))
            .as("%s, rebuilt %d times", table, rebuild)
            .containsExactlyInAnyOrderElementsOf(before.get(table));
      }
    }
    assertThat(before.get("patient_v1")).isNotEmpty();
  }

  @Test
  @Order(1)
  void holdsRetentionAndVisitsToComeForbidIt() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String erase = "/api/patients/" + patient + "/erase";
    String hold = "/api/patients/" + patient + "/legal-hold";
    Map<String, String> ground = Map.of("ground", "patient_request");

    admin.post(hold, null).expect(200);
    admin.post(erase, ground).expect(422, "LEGAL_HOLD");
    Answer held = admin.get("/api/patients/" + patient + "/erasure");
    assertThat(held.body().path("legalHold").asBoolean()).isTrue();
    admin.delete(hold).expect(204);

    Map<String, Object> booking = doctor.booking(patient, Person.slot(doctor, admin, 0));
    String visit = admin.post("/api/appointments", booking).expect(201).text("appointmentId");
    admin.post(erase, ground).expect(422, "VISITS_TO_COME");
    admin.post("/api/appointments/" + visit + "/cancel", Map.of()).expect(200);
    admin.post(erase, Map.of("ground", "because")).expect(400);
    admin.post(erase, Map.of()).expect(400);
    assertThat(admin.get("/api/patients/" + patient).expect(200).text("fullName")).isNotEmpty();
  }

  private static void verifyReceipt(Person person, String receipt) throws Exception {
    VerifierKey key = VerifierKey.parse(Files.readString(data.resolve("keys/log.pub")).strip());
    assertThat(SignedNote.parse(receipt).text(key))
        .startsWith("medic/erasure/1\n")
        .contains(person.id());
  }
}
