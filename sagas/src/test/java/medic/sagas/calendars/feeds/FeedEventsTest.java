package medic.sagas.calendars.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import medic.events.doctor.BusyStatus;
import medic.sagas.calendars.remote.RemoteEvent;
import medic.sagas.calendars.remote.RemoteFailure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedEventsTest {

  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-03-01T00:00:00Z");

  private static List<RemoteEvent> read(String... lines) {
    String head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n";
    String body = String.join("\r\n", lines);
    return FeedEvents.of(head + body + "\r\nEND:VCALENDAR\r\n", FROM, TO);
  }

  private static RemoteEvent only(String... lines) {
    List<RemoteEvent> events = read(lines);
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  @Test
  void readsAnEntryInItsZone() {
    RemoteEvent event =
        only(
            "BEGIN:VEVENT",
            "UID:one",
            "DTSTAMP:20261101T000000Z",
            "DTSTART;TZID=Europe/Berlin:20261201T090000",
            "DURATION:PT45M",
            "END:VEVENT");
    assertThat(event.id()).isEqualTo("one");
    assertThat(event.startsAt()).isEqualTo(Instant.parse("2026-12-01T08:00:00Z"));
    assertThat(event.endsAt()).isEqualTo(Instant.parse("2026-12-01T08:45:00Z"));
    assertThat(event.status()).isEqualTo(BusyStatus.BUSY);
  }

  @Test
  void aDateLastsItsDayInTheCalendarsZone() {
    RemoteEvent event =
        only(
            "X-WR-TIMEZONE:America/New_York",
            "BEGIN:VEVENT",
            "UID:day",
            "DTSTAMP:20261101T000000Z",
            "DTSTART;VALUE=DATE:20261201",
            "STATUS:TENTATIVE",
            "END:VEVENT");
    assertThat(event.startsAt()).isEqualTo(Instant.parse("2026-12-01T05:00:00Z"));
    assertThat(event.endsAt()).isEqualTo(Instant.parse("2026-12-02T05:00:00Z"));
    assertThat(event.allDay()).isTrue();
    assertThat(event.status()).isEqualTo(BusyStatus.TENTATIVE);
  }

  @Test
  void takesASeriesApartAndMindsItsExceptions() {
    List<RemoteEvent> events =
        read(
            "BEGIN:VEVENT",
            "UID:series",
            "DTSTAMP:20261101T000000Z",
            "DTSTART:20261201T080000Z",
            "DTEND:20261201T090000Z",
            "RRULE:FREQ=DAILY;COUNT=4",
            "EXDATE:20261202T080000Z",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:series",
            "DTSTAMP:20261101T000000Z",
            "RECURRENCE-ID:20261203T080000Z",
            "DTSTART:20261203T140000Z",
            "DTEND:20261203T150000Z",
            "END:VEVENT");
    assertThat(events)
        .extracting(RemoteEvent::startsAt)
        .containsExactlyInAnyOrder(
            Instant.parse("2026-12-01T08:00:00Z"),
            Instant.parse("2026-12-03T14:00:00Z"),
            Instant.parse("2026-12-04T08:00:00Z"));
    assertThat(events).extracting(RemoteEvent::id).doesNotHaveDuplicates();
  }

  @Test
  void aSeriesKeepsItsWallClockOverTheChangeOfTheClocks() {
    List<RemoteEvent> events =
        FeedEvents.of(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//test//EN
            BEGIN:VEVENT
            UID:weekly
            DTSTAMP:20261001T000000Z
            DTSTART;TZID=Europe/Berlin:20261020T090000
            DTEND;TZID=Europe/Berlin:20261020T100000
            RRULE:FREQ=WEEKLY;COUNT=2
            END:VEVENT
            END:VCALENDAR
            """,
            Instant.parse("2026-10-01T00:00:00Z"),
            TO);
    assertThat(events)
        .extracting(RemoteEvent::startsAt)
        .containsExactly(
            Instant.parse("2026-10-20T07:00:00Z"), Instant.parse("2026-10-27T08:00:00Z"));
  }

  @Test
  void anEndlessSeriesEndsWithTheWindow() {
    assertThat(
            read(
                "BEGIN:VEVENT",
                "UID:daily",
                "DTSTAMP:20261101T000000Z",
                "DTSTART;VALUE=DATE:20200101",
                "RRULE:FREQ=DAILY",
                "END:VEVENT"))
        .hasSizeBetween(119, 122);
  }

  @Test
  void leavesOutWhatIsCancelledAndMarksWhatIsFree() {
    List<RemoteEvent> events =
        read(
            "BEGIN:VEVENT",
            "UID:gone",
            "DTSTAMP:20261101T000000Z",
            "DTSTART:20261201T080000Z",
            "DTEND:20261201T090000Z",
            "STATUS:CANCELLED",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:free",
            "DTSTAMP:20261101T000000Z",
            "DTSTART:20261202T080000Z",
            "DTEND:20261202T090000Z",
            "TRANSP:TRANSPARENT",
            "END:VEVENT");
    assertThat(events).singleElement().extracting(RemoteEvent::status).isEqualTo(BusyStatus.FREE);
  }

  @Test
  void refusesWhatIsNoCalendar() {
    for (String text : List.of("", "<html></html>", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")) {
      assertThatThrownBy(() -> FeedEvents.of(text, FROM, TO)).isInstanceOf(RemoteFailure.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5,6,7,8,9",
        "FREQ=HOURLY;BYMINUTE=0,10,20,30,40,50;BYSECOND=0,10,20,30,40,50",
        "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3;BYMINUTE=0,1,2,3,4,5",
        "FREQ=DAILY;COUNT=1000000"
      })
  void refusesASeriesOfMoreThanACalendarHolds(String rule) {
    refusedForTooManyEntries(() -> readSeries("RRULE:" + rule));
  }

  @Test
  void refusesAnExceptionRuleOfMoreThanACalendarHolds() {
    refusedForTooManyEntries(() -> readSeries("RRULE:FREQ=DAILY", "EXRULE:FREQ=SECONDLY"));
  }

  private static void readSeries(String... rules) {
    read(
        "BEGIN:VEVENT",
        "UID:endless",
        "DTSTAMP:20261101T000000Z",
        "DTSTART:20261201T080000Z",
        String.join("\r\n", rules),
        "END:VEVENT");
  }

  private static void refusedForTooManyEntries(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOf(RemoteFailure.class)
        .hasMessageContaining("too many entries");
  }

  @Test
  void refusesClocksThatChangeAllTheTime() {
    refusedForTooManyEntries(
        () ->
            read(
                "BEGIN:VTIMEZONE",
                "TZID:Nowhere",
                "BEGIN:STANDARD",
                "DTSTART:20261101T000000",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=HOURLY",
                "END:STANDARD",
                "END:VTIMEZONE"));
  }

  /** It is written into the id of each instance: a long one of a series would fill the memory. */
  @Test
  void refusesUidsThatFillTheMemory() {
    String[] series = {
      "BEGIN:VEVENT",
      "UID:" + "u".repeat(1_001),
      "DTSTAMP:20261101T000000Z",
      "DTSTART:20261101T000000Z",
      "DURATION:PT30M",
      "RRULE:FREQ=HOURLY;COUNT=3",
      "END:VEVENT"
    };
    assertThatThrownBy(() -> read(series))
        .isInstanceOf(RemoteFailure.class)
        .hasMessageContaining("too long a UID");

    series[1] = "UID:" + "u".repeat(1_000);
    assertThat(read(series)).hasSize(3);
  }

  @Test
  void readsASeriesOfEachHour() {
    assertThat(
            read(
                "BEGIN:VEVENT",
                "UID:hourly",
                "DTSTAMP:20261101T000000Z",
                "DTSTART:20261201T000000Z",
                "DURATION:PT10M",
                "RRULE:FREQ=HOURLY;COUNT=48",
                "END:VEVENT"))
        .hasSize(48);
  }
}
