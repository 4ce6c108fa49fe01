package medic.sagas.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import medic.sagas.messages.contacts.QuietHours;

/**
 * When a visit is reminded of: so many elapsed hours before it starts, whatever the clocks do in
 * between, and earlier where that falls into the patient's quiet hours.
 *
 * @param zone the patient's, for their quiet hours
 */
public record ReminderPlan(List<Integer> hoursBefore, QuietHours quiet, ZoneId zone) {

  /** A reminder of a kind, such as 24h, at its time. */
  public record Reminder(String kind, Instant at) {}

  /**
   * The reminders that still lie ahead, in order. Two that quiet hours bring to the same minute are
   * one: the nearer.
   */
  List<Reminder> remindersOf(Instant startsAt, Instant now) {
    List<Reminder> reminders = new ArrayList<>();
    hoursBefore.stream()
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(hours -> reminder(startsAt, hours))
        .filter(reminder -> reminder.at().isAfter(now))
        .forEach(
            next -> {
              reminders.removeIf(earlier -> earlier.at().equals(next.at()));
              reminders.add(next);
            });
    return reminders;
  }

  private Reminder reminder(Instant startsAt, int hours) {
    return new Reminder(hours + "h", quiet.earlier(startsAt.minus(Duration.ofHours(hours)), zone));
  }
}
