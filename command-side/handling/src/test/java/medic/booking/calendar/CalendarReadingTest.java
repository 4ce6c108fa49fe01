package medic.booking.calendar;

import java.util.List;
import java.util.UUID;
import medic.command.calendar.JudgeCalendarReading;
import medic.events.calendar.CalendarConnected;
import medic.events.calendar.CalendarDisconnected;
import medic.events.calendar.CalendarProvider;
import medic.events.calendar.CalendarReadingJudged;
import medic.events.calendar.ReadingState;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** What goes on record of how well a calendar is read. */
class CalendarReadingTest {

  private static final ConnectionId ID = new ConnectionId(new UUID(1, 1));
  private static final DoctorId DOCTOR = new DoctorId(new UUID(1, 2));
  private static final CalendarConnected CONNECTED =
      new CalendarConnected(ID, DOCTOR, CalendarProvider.ICALENDAR, "Duty", List.of(), false);

  private final AggregateTestFixture<CalendarConnection> fixture =
      new AggregateTestFixture<>(CalendarConnection.class);

  private static JudgeCalendarReading judge(ReadingState state, int skipped) {
    return new JudgeCalendarReading(ID, state, skipped);
  }

  private static CalendarReadingJudged judged(ReadingState state, int skipped) {
    return new CalendarReadingJudged(ID, DOCTOR, state, skipped);
  }

  @Test
  void saysThatItIsReadInPart() {
    fixture
        .given(CONNECTED)
        .when(judge(ReadingState.PARTIAL, 2))
        .expectEvents(judged(ReadingState.PARTIAL, 2));
  }

  @Test
  void saysSoAgainForMoreAndNotForFewerOrTheSame() {
    CalendarReadingJudged two = judged(ReadingState.PARTIAL, 2);
    fixture
        .given(CONNECTED, two)
        .when(judge(ReadingState.PARTIAL, 3))
        .expectEvents(judged(ReadingState.PARTIAL, 3));
    for (int fewer : List.of(1, 2)) {
      new AggregateTestFixture<>(CalendarConnection.class)
          .given(CONNECTED, two)
          .when(judge(ReadingState.PARTIAL, fewer))
          .expectNoEvents();
    }
  }

  @Test
  void saysThatItIsWellAgainAndNothingWhereItWas() {
    fixture
        .given(CONNECTED, judged(ReadingState.FAILING, 0))
        .when(judge(ReadingState.WELL, 0))
        .expectEvents(judged(ReadingState.WELL, 0));
    new AggregateTestFixture<>(CalendarConnection.class)
        .given(CONNECTED)
        .when(judge(ReadingState.WELL, 0))
        .expectNoEvents();
  }

  @Test
  void saysNothingOfWhatIsNoLongerRead() {
    fixture
        .given(CONNECTED, new CalendarDisconnected(ID, DOCTOR))
        .when(judge(ReadingState.FAILING, 0))
        .expectNoEvents();
  }
}
