package medic.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Letters say how a visit takes place, what it costs, what to bring and how it is called off. */
@Tag("server")
class LettersJourneyTest {

  private static final String OWN_LINK = "https://own.example/room?pwd=s3cret";
  private static final int BEYOND_TOMORROW = 110;

  private static GreenMail mail;
  private static TestServer server;
  private static Client admin;
  private static Practice.Doctor doctor;
  private static int slot = BEYOND_TOMORROW;

  @BeforeAll
  static void start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    server =
        TestServer.start(
            "MEDIC_SMTP_HOST=127.0.0.1",
            "MEDIC_SMTP_PORT=" + mail.getSmtp().getPort(),
            "MEDIC_SMTP_SECURITY=none",
            "MEDIC_MAIL_FROM=desk@practice.example");
    admin = server.admin();
    doctor = new Practice(admin).doctor();
  }

  @AfterAll
  static void stop() {
    server.close();
    mail.stop();
  }

  @Test
  void aVideoVisitSaysHowToJoin() throws Exception {
    String type =
        doctor.addType(
            Map.of(
                "consultationMode", "video",
                "joinUrl", "https://meet.example/{appointmentId}",
                "whatToBring", "Versicherungskarte; Пропуск",
                "minNoticeMinutes", 1440));
    String patient = patient("video.de@example.org", "de");
    String visit = book(type, patient).text("appointmentId");
    Await.message(admin, patient, "booked", "sent");

    MimeMessage letter = to("video.de@example.org").get(0);
    String link = "https://meet.example/" + visit;
    assertThat(part(letter, 0))
        .contains("Videotermin\n", "Hier nehmen Sie teil: " + link)
        .contains("45,00", "Versicherungskarte; Пропуск", "Selbst absagen können Sie bis ")
        .doesNotContain("Mitte,", "Am Ort des Termins", "  ", ": .");
    assertThat(unfolded(part(letter, 1)))
        .contains("LOCATION:" + link, "URL:" + link, "CONFERENCE;VALUE=URI:" + link)
        .doesNotContain("Mitte");

    setLink(visit, OWN_LINK).expect(200);
    setLink(visit, OWN_LINK).expect(200);
    Await.message(admin, patient, "join-link", "sent");
    setLink(visit, null).expect(200);
    Await.until(() -> to("video.de@example.org").size(), size -> size == 3);

    MimeMessage own = to("video.de@example.org").get(1);
    assertThat(part(own, 0)).contains(OWN_LINK).doesNotContain(link);
    assertThat(unfolded(part(own, 1))).contains("LOCATION:" + OWN_LINK, "SEQUENCE:1");
    assertThat(part(to("video.de@example.org").get(2), 0)).contains(link).doesNotContain(OWN_LINK);
    assertThat(actions(visit)).containsSubsequence("booked", "join_link_set", "join_link_set");
  }

  @Test
  void aVideoVisitWithoutALinkSaysThatItWillCome() throws Exception {
    String type = doctor.addType(Map.of("consultationMode", "video"));
    String patient = patient("video.fr@example.org", "fr");
    String visit = book(type, patient).text("appointmentId");
    Await.message(admin, patient, "booked", "sent");

    MimeMessage letter = to("video.fr@example.org").get(0);
    assertThat(part(letter, 0))
        .contains("Nous vous enverrons le lien")
        .doesNotContain("Mitte", "Lieu");
    assertThat(unfolded(part(letter, 1)))
        .contains("LOCATION:Rendez-vous en vidéo")
        .doesNotContain("URL", "CONFERENCE");

    setLink(visit, OWN_LINK).expect(200);
    assertThat(
            Await.until(
                    () -> admin.get("/api/appointments/" + visit).expect(200),
                    seen -> seen.body().hasNonNull("joinLink"))
                .text("joinLink"))
        .isEqualTo(OWN_LINK);
  }

  @Test
  void aPhoneVisitSaysWhoCalls() throws Exception {
    String weCall = doctor.addType(Map.of("consultationMode", "phone"));
    String youCall =
        doctor.addType(Map.of("consultationMode", "phone", "callNumber", "+4930901820"));
    String english = patient("phone.en@example.org", "en");
    String spanish = patient("phone.es@example.org", "es");
    book(weCall, english);
    book(youCall, spanish);
    Await.message(admin, english, "booked", "sent");
    Await.message(admin, spanish, "booked", "sent");

    MimeMessage we = to("phone.en@example.org").get(0);
    assertThat(part(we, 0))
        .contains("Phone visit\n", "We will call you at the number you gave us, which ends in 567.")
        .doesNotContain("1234567", "Mitte", "Where");
    assertThat(unfolded(part(we, 1))).contains("LOCATION:We call you").doesNotContain("Mitte");
    MimeMessage you = to("phone.es@example.org").get(0);
    assertThat(part(you, 0)).contains("Llámenos entonces al +4930901820").doesNotContain("Mitte");
    assertThat(unfolded(part(you, 1))).contains("LOCATION:Cita por teléfono: +4930901820");
  }

  @Test
  void aVisitInPersonSaysWhereAndNothingOfAnotherClock() throws Exception {
    String patient = patient("person.de@example.org", "de");
    book(doctor.type, patient);
    Await.message(admin, patient, "booked", "sent");

    MimeMessage letter = to("person.de@example.org").get(0);
    assertThat(part(letter, 0))
        .contains("Ort: Mitte, Berlin", "Preis: 45,00")
        .doesNotContain("Am Ort des Termins", "Video", "Telefon", ": .", "mitbringen");
    assertThat(unfolded(part(letter, 1))).contains("LOCATION:Mitte\\, Berlin");
  }

  private static String patient(String address, String language) {
    return admin
        .post(
            "/api/patients",
            Map.of(
                "fullName", "Grace Пациент",
                "email", address,
                "phone", "+49 30 1234567",
                "preferredLanguage", language,
                "preferredTimezone", "Europe/Berlin"))
        .expect(201)
        .text("patientId");
  }

  private static synchronized Answer book(String type, String patient) {
    String start = doctor.slots(admin).get(slot).path("startsAt").asString();
    slot += 2;
    Map<String, Object> booking = doctor.booking(patient, start);
    booking.put("appointmentTypeId", type);
    return admin.post("/api/appointments", booking).expect(201);
  }

  private static Answer setLink(String visit, String link) {
    Map<String, Object> body = new HashMap<>(Collections.singletonMap("joinLink", link));
    return admin.put("/api/appointments/" + visit + "/join-link", body);
  }

  private static List<String> actions(String visit) {
    return admin
        .get("/api/appointments/" + visit + "/timeline")
        .expect(200)
        .body()
        .path("entries")
        .findValuesAsString("action");
  }

  private static List<MimeMessage> to(String address) {
    return Stream.of(mail.getReceivedMessages()).filter(letter -> isTo(letter, address)).toList();
  }

  private static boolean isTo(MimeMessage letter, String address) {
    try {
      return letter.getAllRecipients()[0].toString().equals(address);
    } catch (jakarta.mail.MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String unfolded(String calendar) {
    return calendar.replace("\r\n ", "");
  }

  private static String part(MimeMessage message, int number) throws Exception {
    Object content = ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    String text =
        content instanceof java.io.InputStream in
            ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
            : content.toString();
    return number == 0 ? text.replace("\r\n", "\n") : text;
  }
}
