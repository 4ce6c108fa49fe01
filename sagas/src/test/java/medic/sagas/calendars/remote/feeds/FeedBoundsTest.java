package medic.sagas.calendars.remote.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import medic.sagas.calendars.remote.RemoteFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a feed is, it is read or refused in bounds. Its time stands still here: work ends it.
 */
class FeedBoundsTest {

  private static final int MAX_BYTES = 5 << 20;
  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-12-15T00:00:00Z");

  private static FeedReading read(String text) {
    return FeedEvents.of(
        text, new FeedEvents.Wanted(ZoneId.of("Europe/Berlin"), List.of(), FROM, TO), () -> 0);
  }

  private static String calendar(String lines) {
    return of(lines.repeat((MAX_BYTES - 40) / lines.length()) + "\r\n");
  }

  private static String of(String lines) {
    return "BEGIN:VCALENDAR\r\n" + lines + "END:VCALENDAR\r\n";
  }

  private static String event(String lines) {
    return "BEGIN:VEVENT\r\nUID:u\r\nDTSTART:20261201T080000Z\r\n" + lines + "END:VEVENT\r\n";
  }

  static Stream<Arguments> largest() {
    return Stream.of(
        Arguments.of("odd lines", calendar("odd\r\n")),
        Arguments.of("odd lines in an entry", of(event("x\r\n".repeat(1_700_000)))),
        Arguments.of("properties", calendar("X:1\r\n")),
        Arguments.of("one folded line", calendar("\r\n x")),
        Arguments.of("parameters", calendar(";A=1")),
        Arguments.of("entries of one UID", calendar(event(""))),
        Arguments.of("entries of nothing", calendar("BEGIN:VEVENT\r\nEND:VEVENT\r\n")),
        Arguments.of("depth", calendar("BEGIN:A\r\n")),
        Arguments.of("ends", calendar("END:A\r\n")),
        Arguments.of("colons", calendar(":")),
        Arguments.of("quotes", calendar("\"")),
        Arguments.of("exception dates", of(one("EXDATE:", ",1"))),
        Arguments.of("dates", of(one("RDATE:", ",20270101T000000Z"))),
        Arguments.of("a rule", of(one("RRULE:FREQ=DAILY;BYDAY=MO", ",MO"))),
        Arguments.of("rules", calendar(event("RRULE:FREQ=DAILY;COUNT=9000\r\n"))),
        Arguments.of("zones", calendar("BEGIN:VTIMEZONE\r\nTZID:a\r\nEND:VTIMEZONE\r\n")));
  }

  private static String one(String head, String part) {
    return event(head + part.repeat(4_000_000 / part.length()) + "\r\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("largest")
  @Timeout(60)
  void readsOrRefusesTheLargest(String name, String text) {
    try {
      assertThat(read(text).skipped().first()).as(name).hasSizeLessThanOrEqualTo(50);
    } catch (RemoteFailure refused) {
      assertThat(refused.kind()).isEqualTo(RemoteFailure.Kind.REJECTED);
    }
  }

  /** Rules drawn at random, each after the other: none is looked for without end. */
  @Test
  @Timeout(120)
  void endsWithEveryRule() {
    Random random = new Random(20261130);
    for (int n = 0; n < 3_000; n++) {
      String text =
          "BEGIN:VCALENDAR\r\n"
              + event("DURATION:PT1H\r\nRRULE:" + RandomRules.next(random) + "\r\n")
              + "END:VCALENDAR\r\n";
      assertThatCode(() -> read(text)).as(text).doesNotThrowAnyException();
    }
  }

  /** Lines lost, doubled, cut and mixed: an exception of the parser's would freeze the feed. */
  @Test
  @Timeout(120)
  void readsOrRefusesWhatIsGarbled() {
    Random random = new Random(7);
    String[] lines =
        (event("DURATION:P1D\r\nRRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z\r\nEXDATE:20261208\r\n")
                + event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T080000Z\r\nDTEND:20261208\r\n")
                + "BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:20200101T000000\r\n"
                + "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                + event("RDATE;VALUE=PERIOD;TZID=Z:20270101T000000/PT1H\r\nSTATUS:TENTATIVE\r\n"))
            .split("\r\n");
    for (int n = 0; n < 5_000; n++) {
      StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\n");
      for (String line : lines) {
        int what = random.nextInt(20);
        String other = lines[random.nextInt(lines.length)];
        int cut = random.nextInt(line.length());
        text.append(
            switch (what) {
              case 0 -> "";
              case 1 -> other + "\r\n";
              case 2 -> line.substring(0, cut) + "\r\n";
              case 3 ->
                  line.substring(0, cut)
                      + (char) random.nextInt(300)
                      + line.substring(cut)
                      + "\r\n";
              case 4 -> line.replaceAll("\\d", "9") + "\r\n";
              default -> line + "\r\n";
            });
      }
      try {
        read(text + "END:VCALENDAR\r\n");
      } catch (RemoteFailure refused) {
        assertThat(refused.kind()).isEqualTo(RemoteFailure.Kind.REJECTED);
      }
    }
  }
}
