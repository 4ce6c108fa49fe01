package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Random histories: visits booked, confirmed, moved and cancelled here, entries and copies changed
 * over there, reminders due, patients opting out, the providers failing before and after the deed,
 * and the process dying between any two steps. After the last step both calendars agree, a further
 * sync writes nothing, and the patient was told of all that became of their visits, once, and of
 * nothing that had ended. {@code -Dmedic.calendar.histories=1000} plays as many, {@code
 * -Dmedic.calendar.seed=...} one again.
 */
@Tag("server")
class RandomHistoriesTest {

  private static final int HISTORIES = Integer.getInteger("medic.calendar.histories", 6);
  private static final long SEED = Long.getLong("medic.calendar.seed", 20261130L);
  private static final int LENGTH = 25;

  /** A few histories may well see no proposal or no death; so many that see none test nothing. */
  private static final int ENOUGH_FOR_EVERYTHING = 100;

  private static Google google;
  private static TestServer server;
  private static Client admin;
  private static Calendars calendars;

  @BeforeAll
  static void start() {
    google = new Google(SEED);
    server =
        TestServer.start(
            google.settings(
                "medic.calendars.worker=false",
                "spring.main.sources=" + Crashes.class.getName() + "," + FakeMail.class.getName()));
    admin = server.admin();
    calendars = new Calendars(server, google);
  }

  @AfterAll
  static void stop() {
    server.close();
    google.close();
  }

  @Test
  void bothCalendarsAgreeInTheEnd() {
    System.out.println("calendar histories: -Dmedic.calendar.seed=" + SEED);
    Practice practice = new Practice(admin);
    int deaths = 0;
    int copies = 0;
    int entries = 0;
    int proposals = 0;
    for (int i = 0; i < HISTORIES; i++) {
      Mailbox mailbox = new Mailbox(server, calendars, google, admin);
      History history = new History(SEED + i, admin, practice, mailbox, google, calendars);
      try {
        history.play(LENGTH);
        comeToRest(history);
        verify(history);
        mailbox.comesToRest(history.appointments);
        mailbox.verify(history.appointments);
      } catch (AssertionError failure) {
        throw new AssertionError(
            "seed "
                + (SEED + i)
                + ": "
                + String.join("; ", history.deeds)
                + "\n"
                + calendars.text(
                    "select string_agg(c::text, E'\\n') from work.calendar_copy c"
                        + " where connection_id = ?",
                    history.connection.value()),
            failure);
      }
      deaths += history.deaths;
      copies += copiesThere(history).size();
      entries += entriesThere(history).size();
      proposals += history.proposals;
    }
    System.out.printf(
        "%d histories: %d copies and %d entries agree, %d proposals answered, died %d times,"
            + " %d mails taken%n",
        HISTORIES, copies, entries, proposals, deaths, FakeMail.TAKEN.size());
    if (HISTORIES >= ENOUGH_FOR_EVERYTHING) {
      assertThat(List.of(copies, entries, proposals, deaths)).allMatch(count -> count > 0);
    }
  }

  private static void comeToRest(History history) {
    google.control("DELETE", "faults", null);
    if (isBroken(history)) {
      history.connection = calendars.connect(history.doctor, history.account);
    }
    calendars.settle(history.connection);
    for (int i = 0; i < 50 && !history.answerProposal(i % 2 == 0).equals("no proposal"); i++) {
      calendars.round(history.connection);
    }
    calendars.settle(history.connection);
    calendars.settle(history.connection);
  }

  private static boolean isBroken(History history) {
    return !admin
        .get(history.doctor.path("/calendar-connections"))
        .body()
        .get(0)
        .path("status")
        .asString()
        .equals("connected");
  }

  private static void verify(History history) {
    assertThat(copiesThere(history)).as("copies").isEqualTo(visitsHere(history));
    assertThat(busyKnown(history)).as("busy times").isEqualTo(entriesThere(history));
    Calendars.await(() -> busyShown(history).equals(entriesThere(history)));
    String before = google.events(history.account).toString();
    long events = calendars.written(history.doctor);
    calendars.settle(history.connection);
    assertThat(google.events(history.account).toString()).as("written there").isEqualTo(before);
    assertThat(calendars.written(history.doctor)).as("written here").isEqualTo(events);
    assertThat(
            calendars.number(
                "select count(*) from work.calendar_copy where connection_id = ? and dirty",
                history.connection.value()))
        .as("waiting")
        .isZero();
  }

  /** What is agreed, and when, by the id of its copy. */
  private static Set<String> visitsHere(History history) {
    return history.appointments.stream()
        .map(id -> admin.get("/api/appointments/" + id).expect(200).body())
        .filter(visit -> visit.path("status").asString().equals("confirmed"))
        .map(
            visit ->
                Calendars.copyOf(visit.path("appointmentId").asString())
                    + " "
                    + visit.path("startsAt").asString()
                    + " "
                    + visit.path("endsAt").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> copiesThere(History history) {
    return google.alive(history.account).stream()
        .filter(event -> event.path("id").asString().startsWith("medic"))
        .map(event -> event.path("id").asString() + " " + times(event))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> entriesThere(History history) {
    return google.alive(history.account).stream()
        .filter(event -> !event.path("id").asString().startsWith("medic"))
        .map(RandomHistoriesTest::times)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String times(JsonNode event) {
    return at(event, "start") + " " + at(event, "end");
  }

  private static Instant at(JsonNode event, String field) {
    return OffsetDateTime.parse(event.path(field).path("dateTime").asString()).toInstant();
  }

  private static Set<String> busyKnown(History history) {
    return taken(
        admin
            .get(
                history.doctor.path(
                    "/calendar-connections/" + history.connection.value() + "/busy-times"))
            .expect(200)
            .body());
  }

  private static Set<String> busyShown(History history) {
    JsonNode entries =
        admin
            .get(
                history.doctor.path(
                    "/agenda?from="
                        + Instant.now().minusSeconds(86400)
                        + "&to="
                        + Instant.now().plusSeconds(10 * 86400)))
            .expect(200)
            .body()
            .path("entries");
    return entries
        .valueStream()
        .filter(entry -> entry.path("kind").asString().equals("external_busy"))
        .map(entry -> entry.path("startsAt").asString() + " " + entry.path("endsAt").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> taken(JsonNode list) {
    return list.valueStream()
        .map(entry -> entry.path("startsAt").asString() + " " + entry.path("endsAt").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
