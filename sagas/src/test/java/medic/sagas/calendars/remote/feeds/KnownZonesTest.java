package medic.sagas.calendars.remote.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import medic.sagas.calendars.remote.RemoteEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each zone by its name, against the JDK's own clocks on each day around a year. */
class KnownZonesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
  private static final int DAYS = 370;

  private static List<Instant> asRead(String zone) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (int day = 0; day < DAYS; day += 5) {
      LocalDate date = FIRST.plusDays(day);
      text.append("BEGIN:VEVENT\r\nUID:")
          .append(day)
          .append("\r\nDTSTART;TZID=\"")
          .append(zone)
          .append("\":")
          .append(date.toString().replace("-", ""))
          .append("T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n");
    }
    FeedReading reading =
        FeedEvents.of(
            text + "END:VCALENDAR\r\n",
            new FeedEvents.Wanted(
                ZoneId.of("Antarctica/Troll"),
                List.of(),
                Instant.parse("2026-11-25T00:00:00Z"),
                Instant.parse("2027-12-25T00:00:00Z")));
    return reading.events().stream().map(RemoteEvent::startsAt).sorted().toList();
  }

  private static List<Instant> asTheJdkHasIt(ZoneId zone) {
    List<Instant> instants = new ArrayList<>();
    for (int day = 0; day < DAYS; day += 5) {
      LocalDateTime at = FIRST.plusDays(day).atTime(10, 0);
      instants.add(ZonedDateTime.of(at, zone).toInstant());
    }
    return instants;
  }

  @Test
  void readsEveryNameOfIana() {
    Set<String> names = new TreeSet<>(ZoneId.getAvailableZoneIds());
    // another test's calendar library registers zones of its own with the JDK
    names.removeIf(name -> name.startsWith("ical4j"));
    assertThat(names).hasSizeGreaterThan(590);
    for (String name : names) {
      assertThat(asRead(name)).as(name).isEqualTo(asTheJdkHasIt(ZoneId.of(name)));
    }
    for (String name : List.of("EST", "MST", "HST")) {
      assertThat(asRead(name)).as(name).isEqualTo(asTheJdkHasIt(ZoneId.of(name, ZoneId.SHORT_IDS)));
    }
  }

  /** The names are CLDR's, by ICU; what each stands for is read by the JDK's clocks. */
  @Test
  void readsEveryNameOfWindows() {
    TreeMap<String, String> windows =
        TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.ANY, null, null).stream()
            .filter(id -> TimeZone.getWindowsID(id) != null)
            .collect(
                Collectors.toMap(
                    TimeZone::getWindowsID,
                    id -> TimeZone.getIDForWindowsID(TimeZone.getWindowsID(id), "001"),
                    (one, other) -> one,
                    TreeMap::new));
    assertThat(windows).hasSizeGreaterThanOrEqualTo(139);
    windows.forEach(
        (name, iana) -> {
          List<Instant> wanted = asTheJdkHasIt(ZoneId.of(iana));
          assertThat(asRead(name)).as(name).isEqualTo(wanted);
          assertThat(asRead(name.toUpperCase(Locale.ROOT))).as(name).isEqualTo(wanted);
        });
  }

  /** Known by heart, so that the table itself is looked at. */
  @ParameterizedTest
  @CsvSource({
    "W. Europe Standard Time, Europe/Berlin",
    "Romance Standard Time, Europe/Paris",
    "Central Europe Standard Time, Europe/Budapest",
    "GMT Standard Time, Europe/London",
    "Greenwich Standard Time, Atlantic/Reykjavik",
    "Russian Standard Time, Europe/Moscow",
    "Eastern Standard Time, America/New_York",
    "US Mountain Standard Time, America/Phoenix",
    "Pacific Standard Time (Mexico), America/Tijuana",
    "India Standard Time, Asia/Kolkata",
    "AUS Eastern Standard Time, Australia/Sydney",
    "E. Australia Standard Time, Australia/Brisbane",
    "New Zealand Standard Time, Pacific/Auckland",
    "Tokyo Standard Time, Asia/Tokyo",
    "E. South America Standard Time, America/Sao_Paulo",
    "UTC, UTC",
    "UTC-11, Etc/GMT+11",
    "/mozilla.org/20050126_1/Europe/Berlin, Europe/Berlin",
    "/freeassociation.sourceforge.net/Tzfile/America/New_York, America/New_York",
    "europe/berlin, Europe/Berlin",
    "tzone://Microsoft/Utc, UTC",
    "GMT+1, +01:00",
    "UTC-03:30, -03:30",
    "GMT+0530, +05:30"
  })
  void readsTheNamesInUse(String name, String zone) {
    assertThat(asRead(name)).isEqualTo(asTheJdkHasIt(ZoneId.of(zone)));
  }
}
