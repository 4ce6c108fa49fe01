package medic.app.calendars;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Consent, tokens, broken grants and limits, over HTTP against the fake; on one server. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("server")
class CalendarConnectionTest {

  private static CalendarServer shared;

  @BeforeAll
  static void start() {
    shared = new CalendarServer();
  }

  @AfterAll
  static void stop() {
    shared.close();
  }

  @Nested
  class Granted extends Grants {
    Granted() {
      super(shared);
    }
  }

  @Nested
  class InRounds extends Rounds {
    InRounds() {
      super(shared);
    }
  }

  @Nested
  class Disconnected extends Disconnecting {
    Disconnected() {
      super(shared);
    }
  }
}
