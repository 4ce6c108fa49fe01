package medic.sagas.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Random;
import medic.events.doctor.RemindersPlanned;
import medic.sagas.messages.contacts.QuietHours;
import medic.sagas.reminders.ReminderPlan.Reminder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderPlanTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ReminderPlan USUAL =
      new ReminderPlan(RemindersPlanned.USUAL_HOURS, QuietHours.USUAL, BERLIN);

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void remindsThreeDaysAndOneDayBefore() {
    assertThat(USUAL.remindersOf(at("2026-12-10T10:00:00Z"), at("2026-12-01T00:00:00Z")))
        .containsExactly(
            new Reminder("72h", at("2026-12-07T10:00:00Z")),
            new Reminder("24h", at("2026-12-09T10:00:00Z")));
  }

  @Test
  void countsElapsedHoursAcrossAChangeOfTheClocks() {
    // Sunday 29 March 2026 has 23 hours: noon less 24 hours is 11 o'clock the day before.
    assertThat(USUAL.remindersOf(at("2026-03-29T10:00:00Z"), at("2026-03-27T00:00:00Z")))
        .containsExactly(new Reminder("24h", at("2026-03-28T10:00:00Z")));
  }

  @Test
  void shiftsEarlierOutOfQuietHours() {
    // 07:30 in Berlin the day before is quiet: 20:59 the evening before that.
    assertThat(USUAL.remindersOf(at("2026-12-10T06:30:00Z"), at("2026-12-08T00:00:00Z")))
        .containsExactly(new Reminder("24h", at("2026-12-08T19:59:00Z")));
  }

  @Test
  void leavesOutWhatIsPast() {
    assertThat(USUAL.remindersOf(at("2026-12-10T10:00:00Z"), at("2026-12-09T10:00:00Z"))).isEmpty();
    assertThat(USUAL.remindersOf(at("2026-12-10T10:00:00Z"), at("2026-12-09T09:59:59Z")))
        .extracting(Reminder::kind)
        .containsExactly("24h");
  }

  @Test
  void makesOneOfTwoThatFallTogether() {
    ReminderPlan close = new ReminderPlan(List.of(3, 5), QuietHours.USUAL, BERLIN);
    assertThat(close.remindersOf(at("2026-12-10T09:00:00Z"), at("2026-12-08T00:00:00Z")))
        .containsExactly(new Reminder("3h", at("2026-12-09T19:59:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Africa/Casablanca"
      })
  void isNeverLateNorQuietAroundAnyChangeOfTheClocks(String name) {
    long seed = Long.getLong("medic.reminders.seed", 20261124L);
    Random random = new Random(seed);
    ZoneId zone = ZoneId.of(name);
    ReminderPlan plan = new ReminderPlan(List.of(72, 24, 2), QuietHours.USUAL, zone);
    ZoneOffsetTransition change = zone.getRules().nextTransition(at("2015-01-01T00:00:00Z"));
    for (int i = 0; i < 20 && change != null; i++) {
      for (int visit = 0; visit < 50; visit++) {
        Instant startsAt =
            change.getInstant().plus(Duration.ofMinutes(random.nextInt(-2 * 1440, 4 * 1440)));
        Instant now = startsAt.minus(Duration.ofMinutes(random.nextInt(1, 8 * 1440)));
        List<Reminder> reminders = plan.remindersOf(startsAt, now);
        assertThat(reminders)
            .as("seed %d, visit %s in %s, booked %s", seed, startsAt, zone, now)
            .allSatisfy(
                reminder -> {
                  assertThat(reminder.at()).isAfter(now).isBefore(startsAt);
                  assertThat(QuietHours.USUAL.cover(reminder.at(), zone)).isFalse();
                  long hours = Long.parseLong(reminder.kind().replace("h", ""));
                  assertThat(Duration.between(reminder.at(), startsAt))
                      .isBetween(Duration.ofHours(hours), Duration.ofHours(hours + 13));
                });
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
  }
}
