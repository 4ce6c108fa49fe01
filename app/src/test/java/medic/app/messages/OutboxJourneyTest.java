package medic.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The embedded default, without any provider: messages stay in an outbox, read over the API. */
@Tag("server")
class OutboxJourneyTest {

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
  void tellsThePatientOfEveryChangeInTheirOwnLanguageAndZone() {
    Practice.Doctor doctor = practice.doctor();
    String patient =
        admin
            .post(
                "/api/patients",
                Map.of(
                    "fullName", "Grace Patient",
                    "email", "grace@example.org",
                    "preferredLanguage", "de-CH",
                    "preferredTimezone", "America/New_York"))
            .expect(201)
            .text("patientId");
    String slot = doctor.slots(admin).get(40).path("startsAt").asString();
    String id = book(doctor, patient, slot);

    JsonNode booked = Await.message(admin, patient, "booked", "kept");
    admin.post("/api/appointments/" + id + "/cancel", Map.of("reason", "away")).expect(200);
    JsonNode cancelled = Await.message(admin, patient, "cancelled", "kept");

    assertThat(booked.path("message").path("to").asString()).isEqualTo("grace@example.org");
    assertThat(booked.path("message").path("subject").asString()).startsWith("Ihr Termin am ");
    assertThat(booked.path("message").path("text").asString())
        .contains("Guten Tag Grace Patient", "Visit bei Dr. Ada Test", "Nordamerikanische")
        .contains("Am Ort des Termins ist es dann", "/api/notifications/opt-out?token=");
    assertThat(booked.hasNonNull("sentAt")).isFalse();
    assertThat(calendarOf(booked))
        .contains("METHOD:REQUEST", "SEQUENCE:0", "STATUS:CONFIRMED", uid(id));
    assertThat(calendarOf(cancelled))
        .contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED", uid(id));
  }

  @Test
  void tellsTheDoctorWhatThePatientWants() {
    Practice.Doctor doctor = practice.doctor(Map.of("requiresConfirmation", true));
    String login = "p.doctor.told";
    String patient = practice.patient(login);
    String slot = doctor.slots(admin).get(10).path("startsAt").asString();
    String id = book(doctor, patient, slot);
    server
        .anonymous()
        .login(login, "long enough")
        .post("/api/appointments/" + id + "/cancel", null);

    Client own = server.anonymous().login(doctor.login(), "long enough");
    String mailbox = "/api/doctors/" + doctor.id + "/notifications";
    JsonNode cancelled = Await.message(own, mailbox, m -> is(m, "doctor-cancelled", "kept"));

    assertThat(cancelled.path("message").path("text").asString()).contains("Grace Patient");
    assertThat(cancelled.path("message").path("to").asString()).isEqualTo("ada@example.org");
  }

  @Test
  void hasWhoTakesNoMessagesTelephonedAndPutsThatOnRecord() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    admin
        .post("/api/patients/" + patient + "/consents", Map.of("channel", "email", "given", false))
        .expect(200);
    String id = book(doctor, patient, doctor.slots(admin).get(16).path("startsAt").asString());
    Await.message(admin, patient, "booked", "withdrawn");
    Client own = server.anonymous().login(doctor.login(), "long enough");
    String list = doctor.path("/calls");
    assertThat(own.get(list).expect(200).body().path("items").size()).isZero();

    admin.post("/api/appointments/" + id + "/cancel", Map.of("reason", "away")).expect(200);
    JsonNode call =
        Await.message(own, list, c -> c.path("template").asString().equals("cancelled"));
    String end = list + "/" + call.path("callId").asString() + "/end";
    own.post(end, Map.of("outcome", "told")).expect(204);
    own.post(end, Map.of("outcome", "told")).expect(204);
    own.post(end, Map.of("outcome", "given_up")).expect(422, "INVALID_TRANSITION");

    assertThat(call.path("appointmentId").asString()).isEqualTo(id);
    assertThat(call.path("patientName").asString()).isEqualTo("Grace Patient");
    assertThat(call.path("reason").asString()).isEqualTo("opted_out");
    assertThat(own.get(list).body().path("items").size()).isZero();
    assertThat(Await.message(admin, patient, "cancelled", "delivered").path("channel").asString())
        .isEqualTo("call");
    assertThat(entryOf(id, "notification_delivered").path("actorType").asString())
        .isEqualTo("DOCTOR");
    assertThat(
            Await.until(
                () -> admin.get("/api/patients/" + patient + "/access").expect(200).body(),
                reads -> reads.toString().contains("/calls")))
        .isNotNull();
  }

  private static JsonNode entryOf(String appointment, String action) {
    return Await.until(
            () ->
                admin
                    .get("/api/appointments/" + appointment + "/timeline")
                    .body()
                    .path("entries")
                    .valueStream()
                    .filter(entry -> entry.path("action").asString().equals(action))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void tellsTheDoctorWhatBecameOfTheTimeOffTheyAskedFor() {
    Practice.Doctor doctor = practice.doctor();
    Client own = server.anonymous().login(doctor.login(), "long enough");
    String start = doctor.slots(admin).get(60).path("startsAt").asString();
    String away =
        own.post(
                doctor.path("/time-off"),
                Map.of(
                    "startAt",
                    start,
                    "endAt",
                    start.replaceAll("T.*", "T23:59:00Z"),
                    "reason",
                    "a wedding"))
            .expect(201)
            .text("timeOffId");
    admin
        .post(doctor.path("/time-off/" + away + "/reject"), Map.of("reason", "too many are away"))
        .expect(200);
    String mailbox = "/api/doctors/" + doctor.id + "/notifications";
    JsonNode rejected = Await.message(own, mailbox, m -> is(m, "time-off-rejected", "kept"));
    assertThat(rejected.path("message").path("text").asString())
        .contains("a wedding", "too many are away", "not approved")
        .doesNotContain("{{");
  }

  @Test
  void putsEveryMessageOnTheRecordOfItsVisit() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String id = book(doctor, patient, doctor.slots(admin).get(10).path("startsAt").asString());
    Await.message(admin, patient, "booked", "kept");

    List<String> actions =
        Await.until(
            () ->
                admin
                    .get("/api/appointments/" + id + "/timeline")
                    .body()
                    .path("entries")
                    .valueStream()
                    .map(entry -> entry.path("action").asString())
                    .toList(),
            found -> found.contains("notification_kept"));

    assertThat(actions).containsExactly("booked", "notification_kept");
  }

  @Test
  void tellsWhoIsHitByTimeOffAndThePatientsOnlyAfterAWhile() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String slot = doctor.slots(admin).get(30).path("startsAt").asString();
    book(doctor, patient, slot);
    String away =
        admin
            .post(
                doctor.path("/time-off"),
                Map.of("startAt", slot, "endAt", slot.replaceAll("T.*", "T23:59:00Z")))
            .expect(201)
            .text("timeOffId");
    admin.post(doctor.path("/time-off/" + away + "/approve"), null).expect(200);

    String mailbox = "/api/doctors/" + doctor.id + "/notifications";
    JsonNode hit = Await.message(admin, mailbox, m -> is(m, "visits-hit", "kept"));
    JsonNode waiting = Await.message(admin, patient, "doctor-away", "queued");
    admin.post(doctor.path("/time-off/" + away + "/cancel"), null).expect(200);
    JsonNode withdrawn = Await.message(admin, patient, "doctor-away", "withdrawn");

    assertThat(hit.path("payload").path("visits").size()).isEqualTo(1);
    assertThat(waiting.path("notificationId")).isEqualTo(withdrawn.path("notificationId"));
    assertThat(withdrawn.path("errorReason").asString()).isEqualTo("time_off_cancelled");
  }

  @Test
  void tellsOfABlockOverAVisitUntilItIsKept() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String slot = doctor.slots(admin).get(12).path("startsAt").asString();
    String visit = book(doctor, patient, slot);
    String until = slot.replaceAll("T.*", "T23:59:00Z");
    JsonNode before =
        admin
            .get(doctor.path("/visits-hit?from=" + slot + "&to=" + until))
            .expect(200)
            .body()
            .path("visitsHit");
    Map<String, Object> block =
        Map.of(
            "exceptionId",
            java.util.UUID.randomUUID().toString(),
            "startAt",
            slot,
            "endAt",
            until,
            "status",
            "blocked");
    JsonNode after = admin.post(doctor.path("/exceptions"), block).expect(201).body();
    JsonNode again = admin.post(doctor.path("/exceptions"), block).expect(201).body();
    JsonNode open = admin.get(doctor.path("/visits-hit/open")).expect(200).body();

    assertThat(before.size()).isEqualTo(1);
    assertThat(before.get(0).path("appointmentId").asString()).isEqualTo(visit);
    assertThat(before.toString()).doesNotContain("Grace", patient);
    assertThat(after.path("visitsHit")).isEqualTo(before);
    assertThat(again).isEqualTo(after);
    assertThat(open.path("visitsHit")).isEqualTo(before);

    String mailbox = "/api/doctors/" + doctor.id + "/notifications";
    Await.message(admin, mailbox, m -> is(m, "visits-in-taken-time", "kept"));
    Await.message(admin, patient, "time-taken", "queued");
    admin
        .post(doctor.path("/visits-hit/" + visit + "/keep"), Map.of("reason", "I come in"))
        .expect(200);
    JsonNode withdrawn = Await.message(admin, patient, "time-taken", "withdrawn");
    assertThat(withdrawn.path("errorReason").asString()).isEqualTo("kept");
    assertThat(admin.get(doctor.path("/visits-hit/open")).body().path("visitsHit").size()).isZero();
    assertThat(whyKept(visit)).as("in the timeline, in the practice's words").hasValue("I come in");
  }

  private static Optional<String> whyKept(String visit) {
    return admin
        .get("/api/appointments/" + visit + "/timeline")
        .expect(200)
        .body()
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("action").asString().equals("hit_visit_kept"))
        .map(entry -> entry.path("reason").asString())
        .findFirst();
  }

  @Test
  void letsAPatientSayNoByTheLinkOfAMessage() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    book(doctor, patient, doctor.slots(admin).get(12).path("startsAt").asString());
    JsonNode booked = Await.message(admin, patient, "booked", "kept");
    String link = linkIn(booked.path("message").path("text").asString());

    Client stranger = server.anonymous();
    assertThat(stranger.get(link).expect(200).raw().body()).contains("<form method=\"post\"");
    assertThat(consents(patient).path("allowed").path("email").asBoolean()).isTrue();
    stranger.post(link, null).expect(200);
    JsonNode ledger =
        Await.until(
            () -> consents(patient),
            l -> !l.path("allowed").path("email").asBoolean(true) && !l.path("entries").isEmpty());
    book(doctor, patient, doctor.slots(admin).get(14).path("startsAt").asString());
    JsonNode refused = Await.message(admin, patient, "booked", "withdrawn");

    assertThat(ledger.path("entries").get(0).path("source").asString()).isEqualTo("link");
    assertThat(refused.path("errorReason").asString()).isEqualTo("opted_out");
    String forged = link.substring(0, link.length() - 4) + "AAAA";
    stranger.post(forged, null).expect(400, "INVALID_REQUEST");
  }

  @Test
  void pushesToABrowserWhatOnlyItCanReadAndForgetsOneThatIsGone() {
    try (FakeProvider service = new FakeProvider(call -> new FakeProvider.Reply(201, ""))) {
      Practice.Doctor doctor = practice.doctor();
      String login = "p.push";
      String patient = practice.patient(login);
      Client own = server.anonymous().login(login, "long enough");
      Browser browser = new Browser();
      String subscriptions = "/api/patients/" + patient + "/push-subscriptions";
      Map<String, Object> keys = Map.of("p256dh", browser.publicKey(), "auth", browser.auth());
      own.post(subscriptions, Map.of("endpoint", service.address() + "/one", "keys", keys))
          .expect(201);
      own.post(subscriptions, Map.of("endpoint", "x", "keys", Map.of("p256dh", "AA", "auth", "AA")))
          .expect(400, "INVALID_REQUEST");
      book(doctor, patient, doctor.slots(admin).get(20).path("startsAt").asString());
      Await.message(
          admin,
          "/api/patients/" + patient + "/notifications",
          m -> is(m, "booked", "sent") && m.path("channel").asString().equals("push"));

      FakeProvider.Call push = service.calls().get(0);
      assertThat(browser.decrypt(push.body())).contains("\"title\":\"Your visit on ");
      assertThat(push.header("Content-encoding")).isEqualTo("aes128gcm");
      assertThat(push.header("Ttl")).isEqualTo("86400");
      assertThat(push.header("Authorization"))
          .startsWith("vapid t=")
          .endsWith("k=" + own.get("/api/notifications/push-key").text("publicKey"));
      service.behave(call -> new FakeProvider.Reply(410, ""));
      book(doctor, patient, doctor.slots(admin).get(22).path("startsAt").asString());
      JsonNode gone =
          Await.message(
              admin,
              "/api/patients/" + patient + "/notifications",
              m -> is(m, "booked", "withdrawn"));
      assertThat(gone.path("errorReason").asString()).isEqualTo("no_subscription");
    }
  }

  private static JsonNode consents(String patient) {
    return admin.get("/api/patients/" + patient + "/consents").expect(200).body();
  }

  private static String linkIn(String text) {
    return Stream.of(text.split("\\s"))
        .filter(word -> word.contains("/opt-out?token="))
        .findFirst()
        .orElseThrow()
        .replaceAll("^.*/api/", "/api/");
  }

  private static boolean is(JsonNode message, String template, String state) {
    return message.path("template").asString().equals(template)
        && message.path("state").asString().equals(state);
  }

  private static String book(Practice.Doctor doctor, String patient, String slot) {
    return admin
        .post("/api/appointments", doctor.booking(patient, slot))
        .expect(201)
        .text("appointmentId");
  }

  private static String uid(String appointment) {
    return "UID:medic" + appointment.replace("-", "") + "@google.com";
  }

  private static String calendarOf(JsonNode message) {
    return message.path("message").path("calendar").asString("").replace("\r\n ", "");
  }
}
