package medic.app.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The stations beside the plain booking: holds, refusals, repeats, times away, and who watches. */
@Tag("server")
class JourneyTest {

  private static TestServer shared;

  @BeforeAll
  static void start() {
    shared = TestServer.shared();
  }

  @AfterAll
  static void stop() {
    shared.close();
  }

  @Nested
  class Holds extends HoldsJourney {
    Holds() {
      super(shared);
    }
  }

  @Nested
  class Requests extends RequestsJourney {
    Requests() {
      super(shared);
    }
  }

  @Nested
  class Visits extends VisitsJourney {
    Visits() {
      super(shared);
    }
  }

  @Nested
  class Repeats extends RepeatsJourney {
    Repeats() {
      super(shared);
    }
  }

  @Nested
  class TimesAway extends TimesAwayJourney {
    TimesAway() {
      super(shared);
    }
  }

  @Nested
  class Overrides extends OverridesJourney {
    Overrides() {
      super(shared);
    }
  }

  @Nested
  class SettingUp extends SettingUpJourney {
    SettingUp() {
      super(shared);
    }
  }

  @Nested
  class Finding extends FindingJourney {
    Finding() {
      super(shared);
    }
  }

  @Nested
  class Views extends ViewsJourney {
    Views() {
      super(shared);
    }
  }

  @Nested
  class Stream extends StreamJourney {
    Stream() {
      super(shared);
    }
  }

  @Nested
  class Description extends DescriptionJourney {
    Description() {
      super(shared);
    }
  }
}
