package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where mail leaves, a link goes to whom it is for, and to nobody else. */
@Tag("server")
class InvitationMailTest {

  private static final Pattern LINK = Pattern.compile("https?://\\S+/set-password\\.html#\\S+");

  private static GreenMail mail;
  private static TestServer server;
  private static Client admin;

  @BeforeAll
  static void start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    server =
        TestServer.start(
            "MEDIC_SMTP_HOST=127.0.0.1",
            "MEDIC_SMTP_PORT=" + mail.getSmtp().getPort(),
            "MEDIC_SMTP_SECURITY=none");
    admin = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
    mail.stop();
  }

  private static List<String> linksTo(String address) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> isTo(message, address))
        .flatMap(message -> LINK.matcher(text(message)).results())
        .map(java.util.regex.MatchResult::group)
        .toList();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return message.getAllRecipients()[0].toString().equals(address);
    } catch (jakarta.mail.MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String text(MimeMessage message) {
    return com.icegreen.greenmail.util.GreenMailUtil.getBody(message)
        .replace("=\r\n", "")
        .replace("=3D", "=");
  }

  private static String awaitLink(String address, int number) {
    return Await.until(() -> linksTo(address), links -> links.size() >= number).get(number - 1);
  }

  @Test
  void theInvitedAloneIsSentTheLinkAndSetsAPasswordByIt() {
    String address = "p" + UUID.randomUUID() + "@example.org";
    String name = "p." + UUID.randomUUID().toString().substring(0, 8);
    String patient =
        admin
            .post(
                "/api/patients",
                Map.of(
                    "fullName",
                    "Grace Patient",
                    "email",
                    address,
                    "preferredLanguage",
                    "de",
                    "communicationPreferences",
                    Map.of("email", false),
                    "login",
                    Map.of("username", name)))
            .expect(201)
            .text("patientId");
    String link = awaitLink(address, 1);
    admin
        .post("/api/patients/" + patient + "/invitation", Map.of("showLink", true))
        .expect(409, "LINK_IS_SENT");

    Practice.accept(server.anonymous(), link, name, Practice.PASSWORD).expect(204);
    Client own = server.anonymous().login(name, Practice.PASSWORD);
    own.get("/api/patients/" + patient).expect(200);
    for (Client reader : List.of(admin, own)) {
      assertThat(reader.get("/api/patients/" + patient + "/notifications").expect(200).raw().body())
          .contains("invitation")
          .doesNotContain(Practice.token(link));
    }
    forgetsThePassword(name, address);
  }

  private static void forgetsThePassword(String name, String address) {
    server.anonymous().post("/api/auth/password-reset", Map.of("username", name)).expect(202);
    Map<String, String> body =
        Map.of("token", Practice.token(awaitLink(address, 2)), "password", "quite another one");
    server.anonymous().post("/api/auth/invitations/accept", body).expect(204);
    server.anonymous().post("/api/auth/invitations/accept", body).expect(404);
    server.anonymous().login(name, "quite another one");
  }

  @Test
  void aDoctorIsInvitedByMailToo() {
    String address = "d" + UUID.randomUUID() + "@example.org";
    admin
        .post(
            "/api/doctors",
            Map.of(
                "fullName", "Dr. Ada Test",
                "specialty", "Dermatology",
                "email", address,
                "timezone", "Europe/Berlin",
                "login", Map.of("username", "dr.offered")))
        .expect(201);

    Practice.accept(server.anonymous(), awaitLink(address, 1), "dr.chosen", Practice.PASSWORD)
        .expect(204);
    server.anonymous().login("dr.chosen", Practice.PASSWORD);
  }
}
