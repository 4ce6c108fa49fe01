package medic.app.calendars;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Both directions over HTTP against the fake, round by round; on one server. */
@Tag("server")
class CalendarSyncTest {

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
  class Incoming extends ExternalEntries {
    Incoming() {
      super(shared);
    }
  }

  @Nested
  class Outgoing extends Copies {
    Outgoing() {
      super(shared);
    }
  }

  @Nested
  class Proposed extends Proposals {
    Proposed() {
      super(shared);
    }
  }

  @Nested
  class Interrupted extends InterruptedRounds {
    Interrupted() {
      super(shared);
    }
  }
}
