package medic.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Addresses, numbers and wishes are true: what is taken is what is used, and what is said holds.
 */
@Tag("server")
class ReachingPeopleTest {

  private static final String TOKEN = "the-account's-token";
  private static final String PUBLIC = "https://localhost";
  private static final String INBOUND = "/api/notifications/sms/inbound";
  private static final AtomicInteger NUMBER = new AtomicInteger(200_000);

  private static GreenMail mail;
  private static FakeProvider texts;
  private static TestServer server;
  private static Client admin;
  private static Client auditor;
  private static Practice.Doctor doctor;

  @BeforeAll
  static void start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    texts = new FakeProvider(call -> new FakeProvider.Reply(201, "{\"sid\":\"SM1\"}"));
    server =
        TestServer.start(
            "MEDIC_SMTP_HOST=127.0.0.1",
            "MEDIC_SMTP_PORT=" + mail.getSmtp().getPort(),
            "MEDIC_SMTP_SECURITY=none",
            "MEDIC_MAIL_FROM=desk@präxis.example",
            "MEDIC_SMS_URL=" + texts.address(),
            "MEDIC_SMS_ACCOUNT=AC1",
            "MEDIC_SMS_TOKEN=" + TOKEN,
            "MEDIC_SMS_FROM=+15005550006",
            "MEDIC_PUBLIC_URL=" + PUBLIC);
    admin = server.admin();
    auditor = server.auditor();
    doctor = new Practice(admin).doctor();
  }

  @AfterAll
  static void stop() {
    server.close();
    texts.close();
    mail.stop();
  }

  @Test
  void writesToTheDomainInPunycodeAndToNobodyElse() throws Exception {
    String patient = patient(Map.of("email", "bob@pštients.example"));
    book(patient);
    Await.message(admin, patient, "booked", "sent");

    assertThat(Stream.of(mail.getReceivedMessages()).map(ReachingPeopleTest::envelope))
        .contains("desk@xn--prxis-hra.example to bob@xn--ptients-qqb.example")
        .noneMatch(sent -> sent.endsWith("bob@patients.example"));
    assertThat(admin.get("/api/patients/" + patient).text("email"))
        .isEqualTo("bob@pštients.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "šlice@patients.example",
        "bob@pati\u00adents.example",
        "bob@one.example@two.example",
        "bob@patients.example\r\nBcc: eve@example.org",
        "Bob <bob@patients.example>"
      })
  void refusesAddressesThatNoMailCanBeSentTo(String address) {
    badField(admin.post("/api/patients", Map.of("fullName", "Bob", "email", address)), "email");
    badField(
        admin.post(
            "/api/doctors",
            Map.of(
                "fullName", "Dr. Bob",
                "specialty", "Dermatology",
                "email", address,
                "timezone", "Europe/Berlin")),
        "email");
  }

  @ParameterizedTest
  @CsvSource({
    "030 2123456, +49302123456",
    "0049 30 2123457, +49302123457",
    "(0151) 2345 67-89, +4915123456789"
  })
  void sendsToNumbersAsTheyAreDialledHere(String written, String e164) {
    String patient = patient(Map.of("phone", written));
    book(patient);
    Await.message(admin, patient, "booked", "sent");

    assertThat(sentTo()).contains(e164);
    report(Map.of("From", e164, "Body", "STOP"));
    awaitAllowed(patient, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999 12345", "+49 1", "1234567", "+1 555 0100", "0800 FLOWERS"})
  void refusesNumbersThatNobodyHas(String number) {
    badField(admin.post("/api/patients", Map.of("fullName", "Bob", "phone", number)), "phone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\u202Etxet", "A\u2066b", "A\u200bb", "A\u200db", "A\u0085b"})
  void refusesTextThatNobodyReads(String text) {
    badField(admin.post("/api/patients", Map.of("fullName", text, "phone", phone())), "fullName");
    badField(
        admin.post(doctor.path("/locations"), Map.of("name", "A", "timezone", "UTC", "city", text)),
        "city");
    Map<String, Object> booking =
        new HashMap<>(doctor.booking(patient(Map.of("phone", phone())), slot()));
    booking.put("reason", text);
    badField(admin.post("/api/appointments", booking), "reason");
    badField(
        admin.post(
            "/api/patients",
            Map.of(
                "fullName",
                "A",
                "phone",
                phone(),
                "communicationPreferences",
                Map.of("more", Map.of(text, 1)))),
        "communicationPreferences");
  }

  @Test
  void takesTheJoinersThatScriptsNeedAndLinesInReasons() {
    String name = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
    Map<String, Object> booking =
        new HashMap<>(doctor.booking(patient(Map.of("fullName", name, "phone", phone())), slot()));
    booking.put("reason", "Itching\nsince Monday \ud83d\udc69\u200d\u2695\ufe0f");
    admin.post("/api/appointments", booking).expect(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stop.", "\"STOP\"", "STOP ALL", "ARRÊT", "Stop \uD83D\uDED1", "opt-out"})
  void stopsAtTheWordsOfCarriers(String word) {
    String phone = phone();
    String patient = known(phone);
    report(Map.of("From", phone, "Body", word));
    awaitAllowed(patient, false);
    assertThat(lastSource(patient)).isEqualTo("keyword");
  }

  @Test
  void believesTheProvidersOwnFlag() {
    String phone = phone();
    String patient = known(phone);
    report(Map.of("From", phone, "Body", "no more please", "OptOutType", "STOP"));
    awaitAllowed(patient, false);
    assertThat(lastSource(patient)).isEqualTo("provider");
    report(Map.of("From", phone, "Body", "stop", "OptOutType", "HELP"));
    report(Map.of("From", phone, "Body", "again", "OptOutType", "START"));
    awaitAllowed(patient, true);
  }

  @Test
  void takesTheProvidersRefusalForAnOptOutOnRecord() {
    String phone = phone();
    texts.behave(
        call ->
            call.text().contains(phone.substring(1))
                ? new FakeProvider.Reply(400, "{\"code\":21610}")
                : new FakeProvider.Reply(201, "{\"sid\":\"SM1\"}"));
    String patient = patient(Map.of("phone", phone));
    book(patient);
    JsonNode withdrawn = Await.message(admin, patient, "booked", "withdrawn");
    assertThat(withdrawn.path("errorReason").asString()).isEqualTo("opted_out");
    awaitAllowed(patient, false);
    assertThat(lastSource(patient)).isEqualTo("provider");
    assertThat(sentTo().filter(phone::equals)).hasSize(1);
    awaitPreference(patient, false);
  }

  @Test
  void tellsOneTruthInPreferencesAndConsents() {
    String phone = phone();
    String patient = known(phone);
    report(Map.of("From", phone, "Body", "STOP"));
    awaitPreference(patient, false);
    awaitAllowed(patient, false);

    save(patient, phone, Map.of("sms", true, "note", "by day"));
    awaitAllowed(patient, true);
    awaitPreference(patient, true);
    assertThat(lastSource(patient)).isEqualTo("account");

    save(patient, phone, Map.of("sms", false));
    awaitAllowed(patient, false);
    save(patient, phone, Map.of());
    awaitPreference(patient, false);

    String consents = "/api/patients/" + patient + "/consents";
    admin.post(consents, Map.of("channel", "sms", "given", true)).expect(200);
    awaitAllowed(patient, true);
    awaitPreference(patient, true);
    assertThat(onRecord("consent_withdrawn", patient)).containsExactly("PATIENT", "ADMIN");
    assertThat(onRecord("consent_given", patient)).containsExactly("ADMIN", "ADMIN");
  }

  /**
   * Who did so. Asked by action: each look at a patient is an entry, too, and a page is bounded.
   */
  private static List<String> onRecord(String action, String patient) {
    return auditor
        .after(admin)
        .get("/api/audit/events?action=" + action + "&patientId=" + patient)
        .expect(200)
        .body()
        .path("items")
        .findValuesAsString("actorType");
  }

  @Test
  void entersWhatARegistrationSaysOfChannels() {
    String patient =
        patient(
            Map.of(
                "email",
                "quiet@example.org",
                "communicationPreferences",
                Map.of("email", false, "push", true)));
    JsonNode ledger =
        Await.until(
            () -> admin.get("/api/patients/" + patient + "/consents").body(),
            found -> found.path("entries").size() == 2);
    assertThat(ledger.path("allowed").path("email").asBoolean()).isFalse();
    assertThat(ledger.path("allowed").path("push").asBoolean()).isTrue();
    book(patient);
    assertThat(
            admin
                .get("/api/patients/" + patient)
                .body()
                .path("communicationPreferences")
                .toString())
        .contains("\"email\":false", "\"push\":true");
  }

  private static void badField(Answer answer, String field) {
    answer.expect(400, "INVALID_REQUEST");
    assertThat(answer.body().path("errors").findValuesAsString("field")).containsExactly(field);
  }

  private static void save(String patient, String phone, Map<String, Object> preferences) {
    admin
        .put(
            "/api/patients/" + patient,
            Map.of(
                "fullName",
                "Grace Patient",
                "phone",
                phone,
                "communicationPreferences",
                preferences))
        .expect(200);
  }

  private static void awaitAllowed(String patient, boolean allowed) {
    Await.until(
        () -> admin.get("/api/patients/" + patient + "/consents").body(),
        ledger -> ledger.path("allowed").path("sms").asBoolean(!allowed) == allowed);
  }

  private static void awaitPreference(String patient, boolean sms) {
    Await.until(
        () -> admin.get("/api/patients/" + patient).body().path("communicationPreferences"),
        said -> said.path("sms").asBoolean(!sms) == sms);
  }

  private static String lastSource(String patient) {
    JsonNode entries = admin.get("/api/patients/" + patient + "/consents").body().path("entries");
    return entries.get(entries.size() - 1).path("source").asString();
  }

  /** A patient whose number is known to the contacts, for something was sent to it. */
  private static String known(String phone) {
    String patient = patient(Map.of("phone", phone));
    book(patient);
    Await.message(admin, patient, "booked", "sent");
    return patient;
  }

  private static String patient(Map<String, Object> more) {
    Map<String, Object> profile = new HashMap<>(Map.of("fullName", "Grace Patient"));
    profile.putAll(more);
    return admin.post("/api/patients", profile).expect(201).text("patientId");
  }

  private static void book(String patient) {
    admin.post("/api/appointments", doctor.booking(patient, slot())).expect(201);
  }

  private static String slot() {
    return doctor.slots(admin).get(12).path("startsAt").asString();
  }

  private static String phone() {
    return "+49302" + NUMBER.incrementAndGet();
  }

  private static void report(Map<String, String> form) {
    server
        .anonymous()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .with("X-Twilio-Signature", Signature.of(TOKEN, PUBLIC + INBOUND, form))
        .postRaw(INBOUND, Signature.encoded(form))
        .expect(200);
  }

  private static Stream<String> sentTo() {
    return texts.calls().stream()
        .flatMap(call -> Stream.of(call.text().split("&")))
        .filter(field -> field.startsWith("To="))
        .map(field -> URLDecoder.decode(field.substring(3), StandardCharsets.UTF_8));
  }

  private static String envelope(jakarta.mail.internet.MimeMessage message) {
    try {
      return message.getFrom()[0] + " to " + message.getAllRecipients()[0];
    } catch (jakarta.mail.MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
