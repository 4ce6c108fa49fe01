package medic.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import medic.events.access.AccessedResource;
import medic.events.id.PatientId;
import org.junit.jupiter.api.Test;

/** However often a caller is refused the same: it is one entry, and a count when it is over. */
class RefusalWindowsTest {

  private static final Duration OVER = RefusalWindows.WINDOW.plusSeconds(1);

  private final TestRecord record = new TestRecord();
  private Instant now = Instant.parse("2030-01-01T00:00:00Z");
  private final RefusalWindows windows = new RefusalWindows(() -> record, this::clock);

  @Test
  void countsTheSameWithinAMinute() {
    for (int i = 0; i < 294; i++) {
      windows.refused(patient(1), profile(7), 404);
    }

    assertThat(record.entries).containsExactly("PATIENT refused GET /p/{patientId} 404");
    windows.sweep();
    assertThat(record.entries).hasSize(1);
    now = now.plus(OVER);
    windows.sweep();
    assertThat(record.entries)
        .containsExactly(
            "PATIENT refused GET /p/{patientId} 404",
            "PATIENT refused GET /p/{patientId} 404 again, 293 times since 2030-01-01T00:00:00Z");
  }

  @Test
  void tellsApartWhoWasRefusedWhatAndHow() {
    windows.refused(patient(1), profile(7), 404);
    windows.refused(patient(2), profile(7), 404);
    windows.refused(patient(1), profile(8), 404);
    windows.refused(patient(1), profile(7), 403);

    assertThat(record.entries).hasSize(4);
  }

  @Test
  void beginsAnewAfterAMinute() {
    windows.refused(patient(1), profile(7), 404);
    now = now.plus(OVER);
    windows.sweep();
    windows.refused(patient(1), profile(7), 404);

    assertThat(record.entries)
        .containsExactly(
            "PATIENT refused GET /p/{patientId} 404", "PATIENT refused GET /p/{patientId} 404");
  }

  @Test
  void countsByRouteWhoTriesOneThingAfterTheOther() {
    for (int i = 0; i < 1_000; i++) {
      windows.refused(patient(1), profile(i), 404);
    }
    windows.refused(patient(2), profile(1), 404);
    windows.closeAll();

    assertThat(record.entries).hasSize(RefusalWindows.TOLD_APART + 3);
    assertThat(record.entries)
        .filteredOn(entry -> entry.contains("again"))
        .containsExactly(
            "PATIENT refused GET /p/{patientId} 404 again, %d times since 2030-01-01T00:00:00Z"
                .formatted(1_000 - RefusalWindows.TOLD_APART - 1));
  }

  @Test
  void remembersBoundedlyHoweverManyAsk() {
    for (int i = 0; i <= RefusalWindows.MAX_WINDOWS; i++) {
      windows.refused(patient(i), profile(1), 404);
      windows.refused(patient(i), profile(1), 404);
    }

    assertThat(record.entries)
        .hasSize(RefusalWindows.MAX_WINDOWS + 2)
        .filteredOn(entry -> entry.contains("again"))
        .hasSize(1);
  }

  @Test
  void losesNoCountToAStoreThatIsAway() {
    windows.refused(patient(1), profile(7), 404);
    windows.refused(patient(1), profile(7), 404);
    record.broken = true;
    windows.closeAll();
    record.broken = false;
    windows.refused(patient(1), profile(7), 404);
    windows.closeAll();

    assertThat(record.entries).hasSize(2).last().asString().contains("again, 2 times");
  }

  @Test
  void saysThatAFirstOneIsNotStoredAndCountsItLater() {
    record.broken = true;

    assertThatThrownBy(() -> windows.refused(patient(1), profile(7), 404))
        .isInstanceOf(IllegalStateException.class);
    record.broken = false;
    windows.closeAll();
    assertThat(record.entries).singleElement().asString().contains("again, 1 times");
  }

  private static Caller patient(int number) {
    return new Caller(Role.PATIENT, "login", new UUID(1, number));
  }

  private static AccessedResource profile(int number) {
    return new AccessedResource(
        "GET", "/p/{patientId}", null, null, new PatientId(new UUID(2, number)));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
