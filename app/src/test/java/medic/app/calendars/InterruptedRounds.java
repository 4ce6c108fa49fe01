package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import medic.command.doctor.ReportExternalBusyTimes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rounds that die, or that something else comes between. */
@Tag("server")
abstract class InterruptedRounds extends SyncScenario {

  InterruptedRounds(CalendarServer shared) {
    super(shared);
  }

  /** Found by killing processes: it was read at the next poll only, minutes later. */
  @Test
  void whatIsEnteredAfterAListingThatDiedBeganIsReadByTheRoundThatGoesOn() {
    for (int i = 0; i < 7; i++) {
      google.puts(account, slot(3 * i), plus(slot(3 * i), 30));
    }
    google.control("PUT", "settings", Map.of("largestPage", 2));
    for (int steps = 1; !isAmidAListing(); steps++) {
      boolean lived = Crashes.survives(steps, () -> calendars.round(connection));
      assertThat(lived).isFalse();
      calendars.timePasses(connection);
    }
    google.puts(account, slot(30), plus(slot(30), 30));

    calendars.round(connection);

    assertThat(busyTimes()).isEqualTo(8);
    google.control("PUT", "settings", Map.of("largestPage", 1000));
    nothingMoreHappens();
  }

  private boolean isAmidAListing() {
    return calendars.number(
            "select count(*) from work.calendar_connection where connection_id = ?"
                + " and next_page is not null",
            connection.value())
        == 1;
  }

  /** Found by a random history: what a listing that died had marked was taken for seen. */
  @Test
  void anEntryThatIsDeletedBeforeItWasSavedTakesNoTime() {
    for (int steps = 1; steps < 25; steps++) {
      String start = slot(30);
      String entry = google.puts(account, start, plus(start, 30));
      int life = steps;
      Crashes.survives(life, () -> calendars.round(connection));
      calendars.timePasses(connection);
      google.deletes(account, entry);
      calendars.settle(connection);
      Calendars.await(() -> starts().contains(start));
    }
    nothingMoreHappens();
  }

  @Test
  void aDeletionBetweenAListingThatDiedAndTheNextIsFound() {
    String appointment = booked(slot(9));
    google.puts(account, slot(30), plus(slot(30), 30));
    calendars.round(connection);
    google.control("POST", "expire-sync-tokens", null);
    calendars.catchUp();
    for (int steps = 1; proposals().isEmpty() && steps < 40; steps++) {
      boolean lived = Crashes.survives(steps, () -> calendars.round(connection));
      calendars.timePasses(connection);
      boolean seen =
          calendars.number(
                  "select seen_generation from work.calendar_copy where connection_id = ?",
                  connection.value())
              == calendars.number(
                  "select round from work.calendar_connection where connection_id = ?",
                  connection.value());
      if (!lived && seen) {
        google.deletes(account, Calendars.copyOf(appointment));
        calendars.round(connection);
        assertThat(proposals()).hasSize(1);
        return;
      }
    }
    throw new AssertionError("no listing died after it had seen the copy");
  }

  @Test
  void aRoundThatReportsAfterTheEndTakesNoTime() {
    String taken = slot(10);
    google.puts(account, taken, plus(taken, 30));
    String path = doctor.path("/calendar-connections/" + connection.value());

    Crashes.interrupted(
        ReportExternalBusyTimes.class,
        () -> admin.delete(path).expect(204),
        () -> calendars.round(connection));

    booked(taken);
    admin.get(path).expect(404, "NOT_FOUND");
    assertThat(busyTimes()).isZero();
  }

  @Test
  void aRoundGoesOnWithAnEndThatWasBegun() {
    String taken = slot(10);
    google.puts(account, taken, plus(taken, 30));
    calendars.round(connection);
    book(taken).expect(409, "SLOT_TAKEN");
    calendars.execute(
        "update work.calendar_connection set status = 'ending', round = round + 1"
            + " where connection_id = ?",
        connection.value());

    calendars.round(connection);

    booked(taken);
    admin.get(doctor.path("/calendar-connections/" + connection.value())).expect(404, "NOT_FOUND");
    assertThat(busyTimes()).isZero();
  }
}
