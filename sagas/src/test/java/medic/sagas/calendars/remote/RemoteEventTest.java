package medic.sagas.calendars.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import medic.events.doctor.BusyStatus;
import org.junit.jupiter.api.Test;

class RemoteEventTest {

  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2027-12-01T00:00:00Z");

  private static RemoteEvent event(String startsAt, String endsAt) {
    return new RemoteEvent(
        "id",
        "series",
        false,
        Instant.parse(startsAt),
        Instant.parse(endsAt),
        false,
        BusyStatus.BUSY,
        "1");
  }

  @Test
  void takesTimeNowhereButInTheWindow() {
    assertThat(event("1900-01-01T00:00:00Z", "2300-01-01T00:00:00Z").within(FROM, UNTIL))
        .contains(event(FROM.toString(), UNTIL.toString()));
    RemoteEvent inside = event("2026-12-01T00:00:00Z", "2026-12-01T01:00:00Z");
    assertThat(inside.within(FROM, UNTIL)).contains(inside);
  }

  @Test
  void takesNoTimeOutsideOfItOrWithoutALength() {
    assertThat(event("2026-10-01T00:00:00Z", FROM.toString()).within(FROM, UNTIL)).isEmpty();
    assertThat(event(UNTIL.toString(), "2028-01-01T00:00:00Z").within(FROM, UNTIL)).isEmpty();
    assertThat(event("2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z").within(FROM, UNTIL)).isEmpty();
    assertThat(event("2300-01-01T00:00:00Z", "1900-01-01T00:00:00Z").within(FROM, UNTIL)).isEmpty();
    assertThat(RemoteEvent.cancelled("id", "1").within(FROM, UNTIL)).isEmpty();
  }
}
