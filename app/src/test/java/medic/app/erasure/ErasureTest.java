package medic.app.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import medic.app.chaos.ChildServer;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.log.note.SignedNote;
import medic.log.note.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A patient who was there with all that a patient leaves behind, and is erased: nobody finds them
 * in any table or file, everybody is answered as before, and the log proves what it proved.
 */
class ErasureTest {

  private static final String NAME = "Zebedea Quillfeather";
  private static final String MAIL = "zebedea.q@quillfeather.example";
  private static final String PHONE = "+493098765432";
  private static final String REASON = "An unmentionable rash since Whitsun";
  private static final String SECOND_REASON = "Pilgrimage to Finisterre";
  private static final List<String> WORDS =
      List.of(
          "Zebedea",
          "Quillfeather",
          MAIL,
          PHONE,
          "98765432",
          "unmentionable",
          "Finisterre",
          "Ottokar");

  @TempDir static Path data;

  private static ChildServer server;
  private static Client admin;
  private static Practice practice;

  @BeforeAll
  static void start() {
    server = ChildServer.start(data);
    admin = server.client().login("admin", "demo");
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void nobodyFindsAnErasedPatient() throws Exception {
    Practice.Doctor doctor = practice.doctor();
    String patient = patient();
    String visit = aVisitMovedAndCalledOff(doctor, patient);
    awaitMessages(patient);
    String masterBefore = Files.readString(data.resolve("keys/master.json"));

    admin.post("/api/patients/" + patient + "/erase", ground()).expect(202);
    Answer erasure = awaitReceipt(patient);

    verifyReceipt(patient, erasure.text("receipt"));
    assertThat(
            admin
                .get("/api/patients/" + patient)
                .expect(200)
                .body()
                .path("fullName")
                .isMissingNode())
        .isTrue();
    assertThat(
            admin.get("/api/appointments/" + visit).expect(200).body().path("erased").asBoolean())
        .isTrue();
    admin.get("/api/appointments/" + visit + "/timeline").expect(200);
    admin.put("/api/patients/" + patient, profile()).expect(422, "PATIENT_ERASED");
    admin
        .post("/api/appointments", doctor.booking(patient, slot(doctor, 5)))
        .expect(422, "PATIENT_ERASED");
    server
        .client()
        .post("/api/auth/token", Map.of("username", "erased-login", "password", "long enough"))
        .expect(401);
    assertThat(Files.readString(data.resolve("keys/master.json"))).isNotEqualTo(masterBefore);

    try (Dump dump = Dump.of(data)) {
      assertThat(dump.rowsWith(WORDS)).isEmpty();
    }
    server.close();
    assertThat(filesWith(WORDS)).isEmpty();
    server = ChildServer.start(data);
    admin = server.client().login("admin", "demo");
    practice = new Practice(admin);
    assertThat(awaitReceipt(patient).text("receipt")).isEqualTo(erasure.text("receipt"));
  }

  @Test
  void holdsRetentionAndVisitsToComeForbidIt() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String erase = "/api/patients/" + patient + "/erase";
    String hold = "/api/patients/" + patient + "/legal-hold";

    admin.post(hold, null).expect(200);
    admin.post(erase, ground()).expect(422, "LEGAL_HOLD");
    assertThat(
            admin.get("/api/patients/" + patient + "/erasure").body().path("legalHold").asBoolean())
        .isTrue();
    admin.delete(hold).expect(204);

    String visit =
        admin
            .post("/api/appointments", doctor.booking(patient, slot(doctor, 0)))
            .expect(201)
            .text("appointmentId");
    admin.post(erase, ground()).expect(422, "VISITS_TO_COME");
    admin.post("/api/appointments/" + visit + "/cancel", Map.of()).expect(200);
    admin.post(erase, Map.of("ground", "because")).expect(400);
    admin.post(erase, Map.of()).expect(400);
    admin.get("/api/patients/" + patient).expect(200);
    assertThat(admin.get("/api/patients/" + patient).text("fullName")).isNotEmpty();
  }

  private static String aVisitMovedAndCalledOff(Practice.Doctor doctor, String patient) {
    Map<String, Object> booking = doctor.booking(patient, slot(doctor, 0));
    booking.put("reason", REASON);
    Client self = server.client().login("erased-login", "long enough");
    String visit = self.post("/api/appointments", booking).expect(201).text("appointmentId");
    String path = "/api/appointments/" + visit;
    self.post(path + "/reschedule", Map.of("startsAt", slot(doctor, 3), "reason", SECOND_REASON))
        .expect(200);
    admin.post(path + "/cancel", Map.of("reason", SECOND_REASON)).expect(200);
    admin.put("/api/patients/" + patient, profile()).expect(200);
    return visit;
  }

  private static String slot(Practice.Doctor doctor, int number) {
    return doctor.slots(admin).get(number).path("startsAt").asString();
  }

  private static String patient() {
    Map<String, Object> body = new HashMap<>(profile());
    body.put("login", Map.of("username", "erased-login", "password", "long enough"));
    return admin.post("/api/patients", body).expect(201).text("patientId");
  }

  private static Map<String, Object> profile() {
    return Map.of(
        "fullName", NAME,
        "email", MAIL,
        "phone", PHONE,
        "emergencyContact", Map.of("name", "Ottokar Quillfeather", "phone", PHONE));
  }

  private static Map<String, Object> ground() {
    return Map.of("ground", "patient_request");
  }

  private static void awaitMessages(String patient) {
    awaitThat(
        () ->
            admin
                .get("/api/patients/" + patient + "/notifications")
                .body()
                .path("items")
                .toString()
                .contains("kept"));
  }

  private static Answer awaitReceipt(String patient) {
    awaitThat(() -> !erasure(patient).text("receipt").isEmpty());
    return erasure(patient);
  }

  private static Answer erasure(String patient) {
    return admin.get("/api/patients/" + patient + "/erasure");
  }

  private static void awaitThat(java.util.function.BooleanSupplier met) {
    Instant deadline = Instant.now().plusSeconds(60);
    while (!met.getAsBoolean()) {
      assertThat(Instant.now()).as("waited a minute").isBefore(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private static void verifyReceipt(String patient, String receipt) throws Exception {
    VerifierKey key = VerifierKey.parse(Files.readString(data.resolve("keys/log.pub")).strip());
    assertThat(SignedNote.parse(receipt).text(key))
        .startsWith("medic/erasure/1\n")
        .contains(patient);
  }

  private static List<Path> filesWith(List<String> words) throws IOException {
    List<byte[]> sought =
        words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(data.resolve("bin"))) // PostgreSQL's own programs
          .filter(file -> holdsAny(file, sought))
          .toList();
    }
  }

  private static boolean holdsAny(Path file, List<byte[]> words) {
    try {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      return words.stream()
          .anyMatch(word -> content.contains(new String(word, StandardCharsets.ISO_8859_1)));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
