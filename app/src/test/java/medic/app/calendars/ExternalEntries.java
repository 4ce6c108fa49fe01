package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes in: what a doctor has elsewhere takes their time here. */
@Tag("server")
abstract class ExternalEntries extends SyncScenario {

  ExternalEntries(CalendarServer shared) {
    super(shared);
  }

  @Test
  void whatTheDoctorHasElsewhereTakesTheirTimeHere() {
    String taken = slotBeforeAnother();
    String id = google.puts(account, taken, plus(taken, 30));
    calendars.round(connection);

    book(taken).expect(409, "SLOT_TAKEN");
    assertThat(starts()).doesNotContain(taken);
    JsonNode busy =
        admin
            .get(doctor.path("/calendar-connections/" + connection.value() + "/busy-times"))
            .expect(200)
            .body();
    assertThat(busy).hasSize(1);
    assertThat(busy.get(0).path("externalId").asString()).isEqualTo(id);
    assertThat(busy.get(0).path("status").asString()).isEqualTo("busy");
    assertThat(busy.get(0).path("source").asString()).isEqualTo("google");
    assertThat(busy.get(0).path("startsAt").asString()).isEqualTo(taken);
    assertThat(busy.get(0).has("lastSeenAt")).isTrue();

    google.moves(account, id, plus(taken, 30), plus(taken, 60));
    calendars.round(connection);
    book(plus(taken, 30)).expect(409, "SLOT_TAKEN");
    google.deletes(account, id);
    calendars.round(connection);
    booked(taken);
    booked(plus(taken, 30));
    nothingMoreHappens();
  }

  @Test
  void aFreeEntryTakesNoTimeAndATentativeOneDoes() {
    String free = slot(4);
    String tentative = slot(8);
    google.puts(
        account,
        Map.of(
            "transparency", "transparent",
            "start", Map.of("dateTime", free),
            "end", Map.of("dateTime", plus(free, 30))));
    google.puts(
        account,
        Map.of(
            "status", "tentative",
            "start", Map.of("dateTime", tentative),
            "end", Map.of("dateTime", plus(tentative, 30))));
    calendars.round(connection);
    book(tentative).expect(409, "SLOT_TAKEN");
    booked(free);
  }

  @Test
  void anAllDayEntryLastsItsDatesInTheCalendarsZone() {
    google.control("PUT", "accounts/" + account, Map.of("timeZone", "America/New_York"));
    String day = Instant.parse(slot(0)).plus(10, ChronoUnit.DAYS).toString().substring(0, 10);
    String next = Instant.parse(slot(0)).plus(11, ChronoUnit.DAYS).toString().substring(0, 10);
    google.puts(account, Map.of("start", Map.of("date", day), "end", Map.of("date", next)));
    calendars.round(connection);
    JsonNode busy =
        admin
            .get(doctor.path("/calendar-connections/" + connection.value() + "/busy-times"))
            .body()
            .get(0);
    ZoneId zone = ZoneId.of("America/New_York");
    assertThat(busy.path("startsAt").asString())
        .isEqualTo(LocalDate.parse(day).atStartOfDay(zone).toInstant().toString());
    assertThat(busy.path("endsAt").asString())
        .isEqualTo(LocalDate.parse(next).atStartOfDay(zone).toInstant().toString());
  }

  @Test
  void aSeriesTakesTimeInstanceByInstance() {
    String first = slot(10);
    String series =
        google.puts(
            account,
            Map.of(
                "recurrence", List.of("RRULE:FREQ=DAILY;COUNT=4"),
                "start", Map.of("dateTime", first, "timeZone", "UTC"),
                "end", Map.of("dateTime", plus(first, 30), "timeZone", "UTC")));
    calendars.round(connection);
    String third = plus(first, 2 * 24 * 60);
    book(third).expect(409, "SLOT_TAKEN");

    google.deletes(account, instance(series, third));
    calendars.round(connection);
    booked(third);
    book(plus(first, 24 * 60)).expect(409, "SLOT_TAKEN");

    google.deletes(account, series);
    calendars.round(connection);
    booked(plus(first, 24 * 60));
    booked(first);
  }

  @Test
  void aSeriesMadeOfACopyTakesTimeButForTheVisitsOwn() {
    String first = slot(10);
    String second = plus(first, 24 * 60);
    String third = plus(first, 2 * 24 * 60);
    String elsewhere = slot(14);
    String copy = Calendars.copyOf(booked(first));
    calendars.settle(connection);
    google.changes(account, copy, Map.of("recurrence", List.of("RRULE:FREQ=DAILY;COUNT=4")));
    calendars.round(connection);
    assertThat(busyTimes()).isEqualTo(3);
    book(second).expect(409, "SLOT_TAKEN");
    book(third).expect(409, "SLOT_TAKEN");
    nothingMoreHappens();

    google.moves(account, instance(copy, first), elsewhere, plus(elsewhere, 30));
    google.deletes(account, instance(copy, third));
    calendars.round(connection);
    book(elsewhere).expect(409, "SLOT_TAKEN");
    booked(third);

    google.moves(account, instance(copy, first), first, plus(first, 30));
    calendars.round(connection);
    booked(elsewhere);
    assertThat(busyTimes()).isEqualTo(2);

    google.control("POST", "expire-sync-tokens", null);
    calendars.round(connection);
    assertThat(busyTimes()).isEqualTo(2);
    book(second).expect(409, "SLOT_TAKEN");
    assertThat(proposals()).isEmpty();
  }

  private static String instance(String series, String startsAt) {
    return series + "_" + startsAt.replaceAll("[-:]", "").replaceAll("\\.\\d+", "");
  }

  @Test
  void readsPageByPageAndEverythingAgainWhenTheTokenLapses() {
    for (int i = 0; i < 7; i++) {
      google.puts(account, slot(3 * i), plus(slot(3 * i), 30));
    }
    google.control("PUT", "settings", Map.of("largestPage", 2));
    calendars.round(connection);
    assertThat(busyTimes()).isEqualTo(7);

    JsonNode dropped = google.alive(account).get(3);
    google.deletes(account, dropped.path("id").asString());
    google.control("POST", "expire-sync-tokens", null);
    calendars.round(connection);
    assertThat(busyTimes()).isEqualTo(6);
    book(at(dropped, "start").toString()).expect(201);
    google.control("PUT", "settings", Map.of("largestPage", 1000));
    nothingMoreHappens();
  }

  @Test
  void doesNotTakeAnEmptyListForNothingThereAtOnce() {
    String taken = slot(10);
    String id = google.puts(account, taken, plus(taken, 30));
    calendars.round(connection);
    google.deletes(account, id);
    google.control("POST", "expire-sync-tokens", null);

    calendars.round(connection);
    book(taken).expect(409, "SLOT_TAKEN");
    calendars.round(connection);
    booked(taken);
  }

  @Test
  void aDuplicateThatSomebodyMadeOfACopyIsAnEntryLikeAnyOther() {
    String appointment = booked(slot(9));
    calendars.round(connection);
    String there = slot(30);
    google.puts(
        account,
        Map.of(
            "start", Map.of("dateTime", there),
            "end", Map.of("dateTime", plus(there, 30)),
            "extendedProperties", Map.of("private", Map.of("medicAppointment", appointment))));
    calendars.round(connection);
    book(there).expect(409, "SLOT_TAKEN");
    assertThat(proposals()).isEmpty();
  }
}
