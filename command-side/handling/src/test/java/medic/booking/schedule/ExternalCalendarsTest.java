package medic.booking.schedule;

import java.time.Instant;
import java.util.List;
import medic.booking.fixture.Given;
import medic.command.RefusalCode;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.ExternalBusyTime;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.id.ConnectionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a remote calendar holds of a doctor's time. */
class ExternalCalendarsTest extends GivenASchedule {
  private final ConnectionId calendar = Given.id(ConnectionId::new);

  private ReportExternalBusyTimes report(
      boolean complete, List<String> gone, ExternalBusyTimeDetails... seen) {
    return new ReportExternalBusyTimes(
        ada, calendar, "google", List.of(seen), gone, complete, NINE);
  }

  private static ExternalBusyTimeDetails busy(String id, Instant start, Instant end) {
    return new ExternalBusyTimeDetails(id, start, end, BusyStatus.BUSY);
  }

  private ExternalBusyTimesSeen seen(List<String> gone, ExternalBusyTime... entries) {
    return new ExternalBusyTimesSeen(ada, calendar, "google", List.of(entries), gone, NINE);
  }

  private static ExternalBusyTime entry(String id, Instant start, Instant end) {
    return new ExternalBusyTime(id, start, end, BusyStatus.BUSY);
  }

  private ExternalBusyTimesSeen golfAndLunch() {
    return seen(List.of(), entry("golf", NINE, TEN), entry("lunch", TEN, ELEVEN));
  }

  @Test
  void saysWhatARemoteCalendarHolds() {
    given()
        .when(report(true, List.of(), busy("golf", NINE, TEN), busy("lunch", TEN, ELEVEN)))
        .then(golfAndLunch());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void saysNothingWhenNothingDiffers(boolean complete) {
    given(golfAndLunch())
        .when(report(complete, List.of(), busy("golf", NINE, TEN), busy("lunch", TEN, ELEVEN)))
        .thenNothing();
  }

  @Test
  void saysOnlyWhatDiffers() {
    given(golfAndLunch())
        .when(report(false, List.of(), busy("golf", NINE, ELEVEN), busy("lunch", TEN, ELEVEN)))
        .then(seen(List.of(), entry("golf", NINE, ELEVEN)));
    given(golfAndLunch())
        .when(report(false, List.of("golf", "never heard of")))
        .then(seen(List.of("golf")));
    given(golfAndLunch())
        .when(report(true, List.of(), busy("tea", NINE, TEN), busy("lunch", TEN, ELEVEN)))
        .then(seen(List.of("golf"), entry("tea", NINE, TEN)));
  }

  @Test
  void anEntryThatIsSeenIsNotGone() {
    given(golfAndLunch())
        .when(report(false, List.of("golf"), busy("golf", NINE, TEN)))
        .thenNothing();
  }

  @Test
  void anEntryOfARemoteCalendarTakesTime() {
    given()
        .when(report(false, List.of(), busy("golf", TEN, NINE)))
        .thenRefused(RefusalCode.INVALID_RANGE, "seen[0].endsAt");
  }

  @Test
  void anotherConnectionsEntriesAreItsOwn() {
    ConnectionId other = Given.id(ConnectionId::new);
    given(golfAndLunch())
        .when(
            new ReportExternalBusyTimes(
                ada, other, "google", List.of(busy("golf", NINE, TEN)), List.of(), true, NINE))
        .then(
            new ExternalBusyTimesSeen(
                ada, other, "google", List.of(entry("golf", NINE, TEN)), List.of(), NINE));
  }
}
