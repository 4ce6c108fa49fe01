package medic.sagas.calendars.remote.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import medic.events.doctor.BusyStatus;
import medic.sagas.calendars.remote.RemoteEvent;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.SkippedEntry;
import medic.sagas.calendars.remote.Skips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedEventsTest {

  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-03-01T00:00:00Z");

  private static List<RemoteEvent> read(String... lines) {
    return reading(lines).events();
  }

  private static FeedReading reading(String... lines) {
    String head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n";
    String body = String.join("\r\n", lines);
    return of(head + body + "\r\nEND:VCALENDAR\r\n", FROM);
  }

  private static FeedReading of(String text, Instant from) {
    return FeedEvents.of(text, new FeedEvents.Wanted(ZoneId.of("UTC"), List.of(), from, TO));
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
        of(
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
                Instant.parse("2026-10-01T00:00:00Z"))
            .events();
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
      assertThatThrownBy(() -> of(text, FROM)).isInstanceOf(RemoteFailure.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=MINUTELY",
        "RRULE:FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5,6,7,8,9",
        "RRULE:FREQ=HOURLY;BYMINUTE=0,10,20,30,40,50;BYSECOND=0,10,20,30,40,50",
        "RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3;BYMINUTE=0,1,2,3,4,5,6",
        "RRULE:FREQ=SECONDLY;COUNT=100000000",
        "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=DAILY\r\nEXRULE:FREQ=SECONDLY"
      })
  void skipsASeriesOfMoreThanACalendarHoldsAndReadsTheRest(String rule) {
    FeedReading reading = readSeries(rule);
    assertThat(reading.events()).extracting(RemoteEvent::id).containsExactly("good");
    assertThat(reading.unsure()).containsExactly("endless");
    assertThat(reading.skipped().first())
        .extracting(SkippedEntry::code)
        .containsExactly("SERIES_TOO_LONG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6,9",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=YEARLY;INTERVAL=2000000000",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5"
      })
  void aRuleThatNeverComesTrueLeavesTheStartAlone(String rule) {
    FeedReading reading = readSeries("RRULE:" + rule);
    assertThat(reading.events())
        .extracting(RemoteEvent::startsAt)
        .containsExactlyInAnyOrder(
            Instant.parse("2026-12-01T08:00:00Z"), Instant.parse("2026-12-24T08:00:00Z"));
    assertThat(reading.skipped()).isEqualTo(Skips.NONE);
  }

  private static FeedReading readSeries(String rules) {
    return reading(
        "BEGIN:VEVENT",
        "UID:endless",
        "DTSTAMP:20261101T000000Z",
        "DTSTART:20261201T080000Z",
        "DURATION:PT1S",
        rules,
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:good",
        "DTSTART:20261224T080000Z",
        "DURATION:PT1H",
        "END:VEVENT");
  }

  @Test
  void refusesMoreDatesThanACalendarHolds() {
    String series =
        "BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20261101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=HOURLY\r\nEND:VEVENT";
    String[] many = IntStream.range(0, 10).mapToObj(series::formatted).toArray(String[]::new);
    assertThatThrownBy(() -> read(many))
        .isInstanceOf(RemoteFailure.class)
        .hasMessageContaining("too many entries");
  }

  /** Each is little; a clock that stands still shows that it is not time alone that ends it. */
  @Test
  void refusesTooMuchWorkInManySmallParts() {
    String series =
        "BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20261101T000000Z\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VEVENT";
    String[] many = IntStream.range(0, 1000).mapToObj(series::formatted).toArray(String[]::new);
    assertThatThrownBy(() -> read(many))
        .isInstanceOf(RemoteFailure.class)
        .hasMessageContaining("too many dates");
  }

  @Test
  void givesUpWhenItsTimeIsOver() {
    AtomicLong nanos = new AtomicLong();
    String lines = "X-ODD:1\r\n".repeat(10_000);
    assertThatThrownBy(
            () ->
                FeedEvents.of(
                    "BEGIN:VCALENDAR\r\n" + lines + "END:VCALENDAR\r\n",
                    new FeedEvents.Wanted(ZoneId.of("UTC"), List.of(), FROM, TO),
                    () -> nanos.getAndAdd(2_000_000_000L)))
        .isInstanceOf(RemoteFailure.class)
        .hasMessageContaining("too long");
  }

  @Test
  void skipsWhatStandsInAZoneWhoseClocksChangeAllTheTime() {
    FeedReading reading =
        reading(
            "BEGIN:VTIMEZONE",
            "TZID:Nowhere",
            "BEGIN:STANDARD",
            "DTSTART:20261101T000000",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "RRULE:FREQ=HOURLY",
            "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:there",
            "DTSTART;TZID=Nowhere:20261201T080000",
            "DURATION:PT1H",
            "END:VEVENT");
    assertThat(reading.events()).isEmpty();
    assertThat(reading.skipped().first())
        .extracting(SkippedEntry::code)
        .containsExactly("ZONE_UNREADABLE");
  }

  /** It is written into the id of each instance: a long one of a series would fill the memory. */
  @Test
  void knowsUidsThatFillTheMemoryByTheirHash() {
    for (String uid : List.of("u".repeat(1_001), "u".repeat(1_000), "\0 null")) {
      List<RemoteEvent> dates =
          read(
              "BEGIN:VEVENT",
              "UID:" + uid,
              "DTSTART:20261101T000000Z",
              "DURATION:PT30M",
              "RRULE:FREQ=HOURLY;COUNT=3",
              "END:VEVENT");
      assertThat(dates).hasSize(3).allMatch(date -> date.id().length() < 1_024);
      assertThat(dates).noneMatch(date -> date.id().contains("\0"));
    }
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
