package medic.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** The providers over their own protocols: SMTP, Twilio's HTTP, and what they call back with. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("server")
class ProvidersJourneyTest {

  private static final String TOKEN = "the-account's-token";
  private static final String PUBLIC = "https://localhost";
  private static final AtomicInteger SLOT = new AtomicInteger();
  private static final AtomicInteger NUMBER = new AtomicInteger(100_000);

  @TempDir static Path templates;
  private static GreenMail mail;
  private static FakeProvider texts;
  private static TestServer server;
  private static Client admin;
  private static Client auditor;
  private static Practice practice;
  private static Practice.Doctor doctor;

  @BeforeAll
  static void start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    texts = new FakeProvider(call -> taken());
    server =
        TestServer.start(
            "MEDIC_SMTP_HOST=127.0.0.1",
            "MEDIC_SMTP_PORT=" + mail.getSmtp().getPort(),
            "MEDIC_SMTP_SECURITY=none",
            "MEDIC_MAIL_FROM=desk@practice.example",
            "MEDIC_SMS_URL=" + texts.address(),
            "MEDIC_SMS_ACCOUNT=AC1",
            "MEDIC_SMS_TOKEN=" + TOKEN,
            "MEDIC_SMS_FROM=+15005550006",
            "MEDIC_PUBLIC_URL=" + PUBLIC,
            "MEDIC_TEMPLATES=" + templates);
    admin = server.admin();
    auditor = server.auditor();
    practice = new Practice(admin);
    doctor = practice.doctor();
  }

  @AfterAll
  static void stop() {
    server.close();
    texts.close();
    mail.stop();
  }

  private static FakeProvider.Reply taken() {
    return new FakeProvider.Reply(201, "{\"sid\":\"SM" + texts.calls().size() + "\"}");
  }

  @Test
  void sendsMailWithAnInvitationAndItsWithdrawal() throws Exception {
    String patient = byMail("mail.patient@example.org");
    String visit = book(patient);
    JsonNode sent = Await.message(admin, patient, "booked", "sent");
    admin.post("/api/appointments/" + visit + "/cancel", null).expect(200);
    Await.message(admin, patient, "cancelled", "sent");

    List<MimeMessage> received = to("mail.patient@example.org");
    assertThat(received).hasSize(2);
    MimeMessage booked = received.get(0);
    String id = sent.path("notificationId").asString();
    assertThat(booked.getMessageID()).isEqualTo("<" + id + "@practice.example>");
    assertThat(sent.path("providerMessageId").asString()).isEqualTo(booked.getMessageID());
    assertThat(sent.hasNonNull("sentAt")).isTrue();
    assertThat(sent.hasNonNull("message")).isFalse();
    assertThat(booked.getHeader("List-Unsubscribe")[0])
        .startsWith("<" + PUBLIC + "/api/notifications/opt-out?token=");
    assertThat(booked.getHeader("List-Unsubscribe-Post")[0]).contains("One-Click");
    assertThat(booked.getFrom()[0].toString()).isEqualTo("desk@practice.example");
    assertThat(part(booked, 0)).contains("Hello Grace Patient");
    assertThat(part(booked, 1)).contains("METHOD:REQUEST", "SEQUENCE:0");
    assertThat(((MimeMultipart) booked.getContent()).getBodyPart(1).getContentType())
        .contains("text/calendar")
        .contains("method=REQUEST");
    assertThat(part(received.get(1), 1)).contains("METHOD:CANCEL", "SEQUENCE:1");
  }

  @Test
  void sendsTextMessagesAndBelievesTheProvidersSignedReportsOnly() {
    String phone = phone();
    String patient = byText(phone);
    book(patient);
    JsonNode sent = Await.message(admin, patient, "booked", "sent");
    FakeProvider.Call call = callTo(phone);
    String id = sent.path("notificationId").asString();
    Map<String, String> form = form(call.text());

    assertThat(call.path()).isEqualTo("/2010-04-01/Accounts/AC1/Messages.json");
    assertThat(call.header("Authorization")).startsWith("Basic ");
    assertThat(call.header("Idempotency-key")).isEqualTo(id);
    assertThat(form.get("From")).isEqualTo("+15005550006");
    assertThat(form.get("Body"))
        .startsWith("Booked: Visit with Dr. Ada Test")
        .doesNotContain("STOP");
    String callback = "/api/notifications/sms/status/" + id;
    assertThat(form.get("StatusCallback")).isEqualTo(PUBLIC + callback);
    assertThat(sent.path("providerMessageId").asString()).startsWith("SM");

    report(callback, "a wrong token", Map.of("MessageStatus", "failed"), 403);
    report(callback, TOKEN, Map.of("MessageStatus", "delivered", "MessageSid", "SM1"), 204);
    report(callback, TOKEN, Map.of("MessageStatus", "sent", "MessageSid", "SM1"), 204);
    report(callback, TOKEN, Map.of("MessageStatus", "failed", "ErrorCode", "30003"), 204);
    JsonNode delivered = Await.message(admin, patient, "booked", "delivered");
    assertThat(delivered.path("notificationId").asString()).isEqualTo(id);
  }

  @Test
  void stopsWhenSomebodyWritesStop() {
    String phone = phone();
    String patient = byText(phone);
    String inbound = "/api/notifications/sms/inbound";
    // Said again until the number is known: a patient's contacts are noted a moment after them.
    Await.until(
        () -> {
          report(inbound, TOKEN, Map.of("From", phone, "Body", " stop "), 200);
          return admin.get("/api/patients/" + patient + "/consents").body();
        },
        ledger -> !ledger.path("allowed").path("sms").asBoolean(true));
    book(patient);
    Await.message(admin, patient, "booked", "withdrawn");
    assertThat(texts.calls()).noneMatch(call -> phone.equals(form(call.text()).get("To")));

    report(inbound, TOKEN, Map.of("From", phone, "Body", "START"), 200);
    Await.until(
        () -> admin.get("/api/patients/" + patient + "/consents").body(),
        ledger -> ledger.path("allowed").path("sms").asBoolean(false));
    Await.until(() -> onRecord("consent_withdrawn", patient), List.of("PATIENT")::equals);
    Await.until(() -> onRecord("consent_given", patient), List.of("PATIENT")::equals);
  }

  private static List<String> onRecord(String action, String patient) {
    return auditor
        .get("/api/audit/events?action=" + action + "&patientId=" + patient)
        .expect(200)
        .body()
        .path("items")
        .findValuesAsString("actorType");
  }

  @Test
  void makesADeadLetterOfABadNumberThatCanBeMendedAndSentAgain(CapturedOutput output) {
    String bad = phone();
    String good = phone();
    texts.behave(
        call ->
            bad.equals(form(call.text()).get("To"))
                ? new FakeProvider.Reply(
                    400, "{\"code\":21211,\"message\":\"The number " + bad + " is not valid\"}")
                : taken());
    String patient = byText(bad);
    book(patient);
    JsonNode letter = deadLetterOf(patient);
    assertThat(letter.path("errorReason").asString()).isEqualTo("SMS_HTTP_400");
    admin
        .put("/api/patients/" + patient, Map.of("fullName", "Grace Patient", "phone", good))
        .expect(200);
    String path = "/api/admin/dead-letters/" + letter.path("id").asString();
    retryUntilSent(path, patient, "booked");

    assertThat(form(callTo(good).text()).get("Body")).startsWith("Booked");
    assertThat(callTo(good).header("Idempotency-key"))
        .isNotEqualTo(callTo(bad).header("Idempotency-key"));
    assertThat(deadLetters()).noneMatch(l -> l.equals(letter));
    assertThat(output).doesNotContain(bad).doesNotContain(TOKEN).doesNotContain("Grace");
  }

  @Test
  void makesADeadLetterOfABrokenTemplateThatCanBeMendedAndSentAgain() throws Exception {
    Path broken = templates.resolve("fr/booked.txt");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "subject: {{nobody}}\nshort: x\n\nBonjour {{#name}}");
    String patient = byMail("broken.template@example.org", Map.of("preferredLanguage", "fr"));
    book(patient);
    JsonNode letter = deadLetterOf(patient);
    assertThat(letter.path("errorReason").asString()).isEqualTo("TEMPLATE_BROKEN:booked.fr");
    Files.writeString(broken, "subject: Rendez-vous\nshort: x\n\nBonjour {{name}} !\n");
    String path = "/api/admin/dead-letters/" + letter.path("id").asString();
    admin.post(path + "/retry", null).expect(202);
    Await.message(admin, patient, "booked", "sent");

    MimeMessage mended = to("broken.template@example.org").get(0);
    assertThat(mended.getSubject()).isEqualTo("Rendez-vous");
    assertThat(part(mended, 0)).contains("Bonjour Grace Patient !");
    admin.post(path + "/retry", null).expect(404);
    admin.delete(path).expect(404);
  }

  @Test
  void dropsADeadLetterForGood() {
    String bad = phone();
    texts.behave(
        call ->
            bad.equals(form(call.text()).get("To"))
                ? new FakeProvider.Reply(400, "{\"code\":21211}")
                : taken());
    String patient = byText(bad);
    book(patient);
    String path = "/api/admin/dead-letters/" + deadLetterOf(patient).path("id").asString();
    admin.delete(path).expect(204);
    assertThat(Await.message(admin, patient, "booked", "withdrawn").path("errorReason").asString())
        .isEqualTo("dropped");
    admin.post(path + "/retry", null).expect(404);
  }

  /** The profile's new number may reach the contacts after the retry: then it fails once more. */
  private static void retryUntilSent(String path, String patient, String template) {
    Await.until(
        () -> {
          admin.post(path + "/retry", null);
          return Await.until(() -> stateOf(patient, template), state -> !state.equals("queued"));
        },
        "sent"::equals);
  }

  private static String stateOf(String patient, String template) {
    return admin
        .get("/api/patients/" + patient + "/notifications")
        .body()
        .path("items")
        .valueStream()
        .filter(m -> m.path("template").asString().equals(template))
        .map(m -> m.path("state").asString())
        .findFirst()
        .orElse("");
  }

  private static List<JsonNode> deadLetters() {
    return admin
        .get("/api/admin/dead-letters")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .toList();
  }

  private static JsonNode deadLetterOf(String patient) {
    return Await.until(
            () ->
                deadLetters().stream()
                    .filter(l -> l.path("details").path("patientId").asString().equals(patient))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private static String phone() {
    return "+49301" + NUMBER.incrementAndGet();
  }

  private static String byText(String phone) {
    return admin
        .post("/api/patients", Map.of("fullName", "Grace Patient", "phone", phone))
        .expect(201)
        .text("patientId");
  }

  private static String byMail(String mail) {
    return byMail(mail, Map.of());
  }

  private static String byMail(String mail, Map<String, Object> more) {
    Map<String, Object> profile = new HashMap<>(Map.of("fullName", "Grace Patient", "email", mail));
    profile.putAll(more);
    return admin.post("/api/patients", profile).expect(201).text("patientId");
  }

  private static String book(String patient) {
    String slot = doctor.slots(admin).get(20 + SLOT.incrementAndGet()).path("startsAt").asString();
    return admin
        .post("/api/appointments", doctor.booking(patient, slot))
        .expect(201)
        .text("appointmentId");
  }

  private static FakeProvider.Call callTo(String phone) {
    return texts.calls().stream()
        .filter(call -> phone.equals(form(call.text()).get("To")))
        .findFirst()
        .orElseThrow();
  }

  private static void report(String path, String token, Map<String, String> form, int status) {
    server
        .anonymous()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .with("X-Twilio-Signature", Signature.of(token, PUBLIC + path, form))
        .postRaw(path, Signature.encoded(form))
        .expect(status);
  }

  private static Map<String, String> form(String body) {
    return Stream.of(body.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }

  private static List<MimeMessage> to(String address) {
    return Stream.of(mail.getReceivedMessages())
        .filter(
            message -> {
              try {
                return message.getAllRecipients()[0].toString().equals(address);
              } catch (jakarta.mail.MessagingException failure) {
                throw new IllegalStateException(failure);
              }
            })
        .toList();
  }

  private static String part(MimeMessage message, int number) throws Exception {
    Object content = ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    return content instanceof java.io.InputStream in
        ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
        : content.toString();
  }
}
