package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More patients than connections register at one moment; each needs a key to be sealed with. */
@Tag("server")
class SmallPoolTest {

  private static final int PATIENTS = 16;

  @Test
  void registeringTakesOneConnectionAtATime() throws Exception {
    try (TestServer server = TestServer.start("MEDIC_DB_POOL=6")) {
      Client admin = server.admin();
      Callable<Answer> registration =
          () -> admin.post("/api/patients", Map.of("fullName", "Grace", "phone", "+49301234567"));
      assertThat(Simultaneously.call(Collections.nCopies(PATIENTS, registration)))
          .extracting(Answer::status)
          .containsOnly(201);
    }
  }
}
