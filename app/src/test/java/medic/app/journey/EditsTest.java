package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Whoever edits what somebody else changed meanwhile is told, and overwrites nothing. */
@Tag("server")
class EditsTest {

  private static final int EDITORS = 8;

  private static TestServer server;
  private static TestServer other;
  private static Client admin;
  private static Practice practice;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    other = server.join();
    admin = server.admin();
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    other.close();
    server.close();
  }

  private static Map<String, Object> hours(Practice.Doctor of, String from, String until) {
    return new HashMap<>(
        Map.of(
            "locationId",
            of.location,
            "dayOfWeek",
            "MONDAY",
            "slotDurationMinutes",
            10,
            "workStart",
            from,
            "workEnd",
            until));
  }

  private static String etag(String path) {
    return etag(admin, path);
  }

  /** As it is after what this client wrote. */
  private static String etag(Client writer, String path) {
    return admin.after(writer).get(path).expect(200).header("ETag").orElseThrow();
  }

  private static Client editing(Client by, String etag) {
    return by.with("If-Match", etag);
  }

  /** On two nodes at once, of which one may have the schedule in its cache as it was. */
  @Test
  void ofManyEditorsOneWinsAndTheOthersAreTold() throws Exception {
    Practice.Doctor doctor = practice.doctor();
    String template =
        doctor.path("/templates/" + doctor.addTemplate(hours(doctor, "06:00", "07:00")));
    Client there = other.admin();
    Client last = admin;
    for (int round = 0; round < 5; round++) {
      String read = etag(last, template);
      String hour = "1" + round;
      List<Client> editors = new ArrayList<>();
      List<Callable<Answer>> edits = new ArrayList<>();
      for (int editor = 0; editor < EDITORS; editor++) {
        Client by = editing(editor % 2 == 0 ? admin : there, read);
        String until = hour + ":" + (10 + editor);
        editors.add(by);
        edits.add(() -> by.put(template, hours(doctor, "06:00", until)));
      }
      List<Answer> answers = atOnce(edits);
      assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
      answers.stream()
          .filter(answer -> answer.status() != 200)
          .forEach(answer -> answer.expect(412, "VERSION_CONFLICT"));
      int winner = answers.stream().map(Answer::status).toList().indexOf(200);
      last = editors.get(winner);
      JsonNode now = admin.after(last).get(template).expect(200).body();
      assertThat(now.path("workEnd").asString()).startsWith(hour + ":" + (10 + winner));
    }
  }

  private static List<Answer> atOnce(List<Callable<Answer>> edits) throws Exception {
    ExecutorService editors = Executors.newFixedThreadPool(edits.size());
    CyclicBarrier ready = new CyclicBarrier(edits.size());
    List<Future<Answer>> sent = new ArrayList<>();
    for (Callable<Answer> edit : edits) {
      sent.add(
          editors.submit(
              () -> {
                ready.await();
                return edit.call();
              }));
    }
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> answer : sent) {
      answers.add(answer.get());
    }
    editors.shutdown();
    return answers;
  }

  @Test
  void theVersionIsTheThingsOwnAndNotTheSchedules() {
    Practice.Doctor doctor = practice.doctor();
    String type = doctor.path("/appointment-types/" + doctor.type);
    String read = etag(type);
    String slot = doctor.slots(admin).get(3).path("startsAt").asString();
    admin.post("/api/appointments", doctor.booking(practice.patient(), slot)).expect(201);
    doctor.addTemplate(hours(doctor, "06:00", "07:00"));

    assertThat(etag(type)).isEqualTo(read);
    JsonNode listed = admin.get(doctor.path("")).expect(200).body().path("appointmentTypes").get(0);
    assertThat("\"" + listed.path("version").asString() + "\"").isEqualTo(read);
  }

  @Test
  void whatIsAsWishedAlreadyIsAnsweredAgainAndTheRestRefused() {
    Practice.Doctor doctor = practice.doctor();
    String template =
        doctor.path("/templates/" + doctor.addTemplate(hours(doctor, "06:00", "07:00")));
    String read = etag(template);
    Client editor = editing(admin, read);
    editor.put(template, hours(doctor, "06:00", "08:00")).expect(200);
    editor.put(template, hours(doctor, "06:00", "08:00")).expect(200);
    editor.put(template, hours(doctor, "06:00", "09:00")).expect(412, "VERSION_CONFLICT");
    editor.delete(template).expect(412, "VERSION_CONFLICT");
    editing(admin, "*").put(template, hours(doctor, "06:00", "09:00")).expect(200);
    admin.put(template, hours(doctor, "06:00", "10:00")).expect(200);
    editing(admin, "W/" + etag(template)).delete(template).expect(204);
    editor.delete(template).expect(204);
  }

  @Test
  void anIfMatchThatIsNoneIsRefused() {
    Practice.Doctor doctor = practice.doctor();
    String template =
        doctor.path("/templates/" + doctor.addTemplate(hours(doctor, "06:00", "07:00")));
    for (String bad : List.of("abc", "\"a\", \"b\"", "\"\"", "\"a", "**")) {
      Answer answer = editing(admin, bad).delete(template).expect(400, "INVALID_REQUEST");
      assertThat(answer.body().path("errors").findValuesAsString("field")).contains("If-Match");
    }
    editing(admin, etag(template)).delete(template).expect(204);
  }

  @Test
  void timeOffIsDecidedAboutAsItWasRead() {
    Practice.Doctor doctor = practice.doctor();
    Map<String, Object> away =
        Map.of("startAt", "2027-03-01T08:00:00Z", "endAt", "2027-03-02T08:00:00Z");
    String timeOff =
        doctor.path(
            "/time-off/"
                + admin.post(doctor.path("/time-off"), away).expect(201).text("timeOffId"));
    String asked = etag(timeOff);
    Client editor = editing(admin, asked);
    editor.post(timeOff + "/approve", null).expect(200);
    editor.post(timeOff + "/cancel", null).expect(412, "VERSION_CONFLICT");
    editing(admin, etag(editor, timeOff)).post(timeOff + "/cancel", null).expect(200);
  }

  /** What GET gives, PUT takes; nothing is missed in between, and nobody else's hours are lost. */
  @Test
  void aWholeWeekIsOneThing() {
    Practice.Doctor doctor = practice.doctor();
    String week = doctor.path("/locations/" + doctor.location + "/weekly-hours");
    Answer read = admin.get(week).expect(200);
    String etag = read.header("ETag").orElseThrow();
    assertThat(read.body().path("templates")).hasSize(7);
    Client editor = editing(admin, etag);
    editor.put(week, read.body()).expect(200);
    assertThat(etag(editor, week)).isEqualTo(etag);
    String one = read.body().path("templates").get(0).path("templateId").asString();
    String slot = doctor.slots(admin).get(3).path("startsAt").asString();
    String visit =
        admin
            .post("/api/appointments", doctor.booking(practice.patient(), slot))
            .expect(201)
            .text("appointmentId");
    Map<String, Object> nothing = Map.of("templates", List.of());
    assertThat(hit(admin.post(week + "/visits-hit", nothing).expect(200))).containsExactly(visit);
    assertThat(hit(editor.put(week, nothing).expect(200))).containsExactly(visit);
    editor.put(week, read.body()).expect(412, "VERSION_CONFLICT");
    admin.after(editor).get(doctor.path("/templates/" + one)).expect(404);
    assertThat(doctor.slots(admin.after(editor))).isEmpty();
    Client again = editing(admin, etag(editor, doctor.path("/weekly-hours")));
    again.put(doctor.path("/weekly-hours"), read.body()).expect(200);
    assertThat(etag(again, week)).isEqualTo(etag);
    admin.after(again).get(doctor.path("/templates/" + one)).expect(200);
  }

  private static List<String> hit(Answer answer) {
    return answer.body().path("visitsHit").findValuesAsString("appointmentId");
  }

  @Test
  void aBlockIsMovedWithItsIdAndShownWhereItIs() {
    Practice.Doctor doctor = practice.doctor();
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "startAt", "2027-03-01T08:00:00Z",
                "endAt", "2027-03-02T08:00:00Z",
                "status", "blocked"));
    String block =
        doctor.path(
            "/exceptions/"
                + admin.post(doctor.path("/exceptions"), body).expect(201).text("exceptionId"));
    Answer read = admin.get(block).expect(200);
    body.clear();
    read.body().propertyStream().forEach(one -> body.put(one.getKey(), one.getValue()));
    body.put("endsAt", "2027-03-03T08:00:00Z");
    Client editor = editing(admin, read.header("ETag").orElseThrow());
    editor.put(block, body).expect(200);
    body.put("endsAt", "2027-03-04T08:00:00Z");
    editor.put(block, body).expect(412, "VERSION_CONFLICT");
    JsonNode entries =
        admin
            .after(editor)
            .get(doctor.path("/agenda?from=2027-03-01&to=2027-03-05"))
            .expect(200)
            .body()
            .path("entries");
    assertThat(entries.findValuesAsString("endsAt")).containsExactly("2027-03-03T08:00:00Z");
  }

  /** A wish that the patient has changed meanwhile is not changed back by who read the old one. */
  @Test
  void aProfileIsEditedWithTheWishesThatWereRead() {
    String id = practice.patient();
    String patient = "/api/patients/" + id;
    Map<String, Object> profile =
        Map.of(
            "fullName",
            "Grace Corrected",
            "email",
            "grace@example.org",
            "phone",
            "+49 30 1234567",
            "communicationPreferences",
            Map.of("sms", true));
    admin.put(patient, profile).expect(200);
    String read = etag(patient);
    assertThat(admin.get(patient).expect(200).text("version")).isEqualTo(read.replace("\"", ""));
    admin.post(patient + "/consents", Map.of("channel", "sms", "given", false)).expect(200);

    editing(admin, read).put(patient, profile).expect(412, "VERSION_CONFLICT");
    JsonNode now = admin.get(patient).expect(200).body();
    assertThat(now.path("communicationPreferences").path("sms").asBoolean()).isFalse();
    String fresh = etag(patient);
    Client editor = editing(admin, fresh);
    editor.put(patient, profile).expect(200);
    editor.put(patient, profile).expect(412, "VERSION_CONFLICT");
    editing(admin, etag(editor, patient)).put(patient, profile).expect(200);
  }
}
