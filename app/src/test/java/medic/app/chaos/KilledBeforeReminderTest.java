package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL between the moment a reminder is set and its time: it goes out all the same, once. */
@Tag("server")
class KilledBeforeReminderTest {

  private static final Duration TIME_TO_KILL = Duration.ofSeconds(10);
  private static final Duration MAX_WAIT = Duration.ofSeconds(120);
  @TempDir static Path data;
  private static GreenMail mail;

  @BeforeAll
  static void start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  @AfterAll
  static void stop() {
    mail.stop();
  }

  @Test
  void remindsOnceAfterTheRestart() throws Exception {
    String patient;
    try (ChildServer killed = server()) {
      Client admin = killed.client().login("admin", "demo");
      Practice.Doctor doctor = new Practice(admin).doctor();
      openEveryMinute(doctor, admin);
      patient = patient(admin);
      admin
          .post("/api/appointments", doctor.booking(patient, anHourAndAMomentFromNow().toString()))
          .expect(201);
      // The deadline is set in the transaction that queues this message.
      Await.message(admin, patient, "booked", "sent");
      killed.kill();
    }
    assertThat(reminders()).isEmpty();

    try (ChildServer next = server()) {
      Client admin = next.client().login("admin", "demo");
      Await.until(MAX_WAIT, KilledBeforeReminderTest::reminders, found -> !found.isEmpty());
      Await.message(admin, patient, "reminder", "sent");
      next.kill();
    }
    try (ChildServer last = server()) {
      Client admin = last.client().login("admin", "demo");
      Await.message(admin, patient, "reminder", "sent");
      assertThat(messages(admin, patient)).containsExactly("reminder sent", "booked sent");
      assertThat(reminders()).hasSize(1);
    }
  }

  private static ChildServer server() {
    return ChildServer.start(
        data,
        Map.of(
            "MEDIC_SMTP_HOST", "127.0.0.1",
            "MEDIC_SMTP_PORT", Integer.toString(mail.getSmtp().getPort()),
            "MEDIC_SMTP_SECURITY", "none"));
  }

  private static void openEveryMinute(Practice.Doctor doctor, Client admin) {
    for (String day : Practice.DAYS) {
      admin
          .post(
              doctor.path("/templates"),
              Map.of(
                  "locationId",
                  doctor.location,
                  "dayOfWeek",
                  day,
                  "slotDurationMinutes",
                  1,
                  "workStart",
                  "00:00",
                  "workEnd",
                  "23:59",
                  "bufferBeforeMinutes",
                  0,
                  "bufferAfterMinutes",
                  0,
                  "priority",
                  1))
          .expect(201);
    }
  }

  private static String patient(Client admin) {
    Map<String, Object> wishes =
        Map.of("reminderHours", List.of(1), "quietHours", Map.of("from", "00:00", "to", "00:00"));
    return admin
        .post(
            "/api/patients",
            Map.of(
                "fullName", "Grace Patient",
                "email", "grace@example.org",
                "communicationPreferences", wishes))
        .expect(201)
        .text("patientId");
  }

  private static Instant anHourAndAMomentFromNow() {
    return Instant.now()
        .plus(Duration.ofHours(1))
        .plus(TIME_TO_KILL)
        .plus(Duration.ofMinutes(1))
        .truncatedTo(ChronoUnit.MINUTES);
  }

  private static List<String> messages(Client admin, String patient) {
    return admin
        .get("/api/patients/" + patient + "/notifications")
        .body()
        .path("items")
        .valueStream()
        .map(m -> m.path("template").asString() + " " + m.path("state").asString())
        .toList();
  }

  private static List<String> reminders() {
    return Stream.of(mail.getReceivedMessages())
        .map(KilledBeforeReminderTest::subject)
        .filter(subject -> subject.startsWith("Reminder"))
        .toList();
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (jakarta.mail.MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
