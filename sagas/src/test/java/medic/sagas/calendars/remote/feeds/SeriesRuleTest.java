package medic.sagas.calendars.remote.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesRuleTest {

  private static final LocalDateTime START = LocalDateTime.of(2024, 2, 29, 9, 0);
  private static final LocalDateTime FROM = LocalDateTime.of(2026, 12, 1, 0, 0);
  private static final LocalDateTime TO = LocalDateTime.of(2027, 12, 1, 0, 0);

  private static List<LocalDateTime> dates(String rule, LocalDateTime start, LocalDateTime from)
      throws Unreadable {
    Effort effort = Effort.within(Duration.ofSeconds(1), () -> 0);
    return SeriesRule.of(rule).dates(start, from, TO, until -> TO, effort);
  }

  /** To leap to where we look is no other series than to walk there. */
  @Test
  void leapsToTheSameDatesAsItWalksTo() {
    Random random = new Random(38);
    int compared = 0;
    for (int n = 0; n < 2_000; n++) {
      String rule = RandomRules.next(random);
      try {
        List<LocalDateTime> walked = dates(rule, START, START);
        List<LocalDateTime> leapt = dates(rule, START, FROM);
        assertThat(leapt)
            .as(rule)
            .isEqualTo(walked.stream().filter(date -> !date.isBefore(FROM)).toList());
        compared += walked.isEmpty() ? 0 : 1;
      } catch (Unreadable tooMuch) {
        assertThat(tooMuch.code()).isIn("SERIES_TOO_LONG", "RULE_UNREADABLE");
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void hasTheDatesThatTheCalendarHas() throws Unreadable {
    List<LocalDateTime> fridays = new ArrayList<>();
    List<LocalDateTime> firstMondays = new ArrayList<>();
    for (LocalDate day = FROM.toLocalDate();
        day.isBefore(TO.toLocalDate());
        day = day.plusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.FRIDAY) {
        fridays.add(day.atTime(9, 0));
      }
      if (day.equals(day.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)))) {
        firstMondays.add(day.atTime(9, 0));
      }
    }
    assertThat(dates("FREQ=WEEKLY;BYDAY=FR", START, FROM)).isEqualTo(fridays);
    assertThat(dates("FREQ=MONTHLY;BYDAY=1MO", START, FROM)).isEqualTo(firstMondays);
    assertThat(dates("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", START, FROM)).isEqualTo(firstMondays);
    assertThat(dates("FREQ=YEARLY", LocalDateTime.of(1601, 1, 1, 3, 0), FROM))
        .containsExactly(LocalDateTime.of(2027, 1, 1, 3, 0));
    assertThat(dates("FREQ=YEARLY", START, FROM)).as("29 February is not in each year").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FREQ",
        "BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;COUNT=many",
        "FREQ=DAILY;COUNT=99999999999",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "D1 #10"
      })
  void saysWhichRulesItCannotRead(String rule) {
    assertThatThrownBy(() -> SeriesRule.of(rule))
        .isInstanceOfSatisfying(
            Unreadable.class, why -> assertThat(why.code()).isEqualTo("RULE_UNREADABLE"));
  }
}
