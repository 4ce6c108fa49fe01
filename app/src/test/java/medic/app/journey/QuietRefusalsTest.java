package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A refusal is an answer, not an event of the operator's: it leaves no stack trace in the log. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("server")
class QuietRefusalsTest {

  private static TestServer server;
  private static Practice.Doctor doctor;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    doctor = new Practice(server.admin()).doctor();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void noRefusalLeavesAStackTrace(CapturedOutput log) {
    Client admin = server.admin();
    String nobody = "/api/patients/" + UUID.randomUUID();
    String nothing = "/api/appointments/" + UUID.randomUUID();
    Map<String, Object> reason = Map.of("reason", "none");

    admin.post(nobody + "/erase", Map.of("ground", "patient_request")).expect(404);
    admin.post(nobody + "/legal-hold", null).expect(404);
    admin.post(nothing + "/cancel", reason).expect(404);
    admin.post(nothing + "/confirm", reason).expect(404);
    admin.delete("/api/holds/" + UUID.randomUUID()).expect(404);
    admin.post("/api/doctors/" + UUID.randomUUID() + "/locations", Map.of()).expect(400);
    admin
        .post(
            "/api/appointments",
            doctor.booking(UUID.randomUUID().toString(), "2020-01-01T00:00:00Z"))
        .expect(422);
    admin.postRaw("/api/appointments", "{").expect(400);
    admin.get("/api/no-such-route").expect(404);
    server.auditor().post("/api/doctors", Map.of()).expect(403);
    server.anonymous().get("/api/doctors").expect(401);
    server.anonymous().as("not.a.token").get("/api/doctors").expect(401);

    assertThat(log.getAll().lines().filter(line -> line.startsWith("\tat "))).isEmpty();
  }
}
