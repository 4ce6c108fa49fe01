package medic.sagas.messages.channels.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medic.events.id.PatientId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class PushSubscriptionsTest {

  private static final PatientId PATIENT = new PatientId(new UUID(4, 1));
  private static final PatientId OTHER = new PatientId(new UUID(4, 2));

  @Test
  void keepsTheTenBrowsersThatSubscribedLast() {
    put(OTHER, 0);
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      ids.add(put(PATIENT, n));
    }
    put(PATIENT, 0, 10);

    String newest = put(PATIENT, 11);

    assertThat(TestSubscriptions.at(Clock.systemUTC()).of(PATIENT).keySet())
        .hasSize(10)
        .contains(ids.get(0), newest)
        .doesNotContain(ids.get(1));
    assertThat(TestSubscriptions.at(Clock.systemUTC()).of(OTHER)).hasSize(1);
  }

  private static String put(PatientId patient, int browser) {
    return put(patient, browser, browser);
  }

  private static String put(PatientId patient, int browser, int second) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    return TestSubscriptions.at(clock)
        .put(patient, TestSubscriptions.browser("https://push.example/" + browser));
  }
}
