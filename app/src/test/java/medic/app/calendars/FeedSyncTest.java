package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestFeed;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A calendar that can only be read, by its address; the server's own worker reads it. */
@Tag("server")
class FeedSyncTest {

  private static TestServer server;
  private static TestFeed feed;
  private static Client admin;

  private final Practice.Doctor doctor = new Practice(admin).doctor();

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    feed = TestFeed.start();
    admin = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
    feed.close();
  }

  private Answer connect() {
    return admin.post(
        doctor.path("/calendar-connections"),
        Map.of("provider", "icalendar", "name", "Duty", "url", feed.address()));
  }

  private static String entry(String uid, String startsAt) {
    String compact = startsAt.replaceAll("[-:]", "");
    return "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:%s\r\nDURATION:PT30M\r\nEND:VEVENT\r\n"
        .formatted(uid, compact);
  }

  private boolean offers(String slot) {
    return doctor.slots(admin).findValuesAsString("startsAt").contains(slot);
  }

  @Test
  void takesTheDoctorsTimeAsLongAsItSaysSo() {
    String first = doctor.slots(admin).get(10).path("startsAt").asString();
    String second = doctor.slots(admin).get(20).path("startsAt").asString();
    feed.says(entry("a", first), entry("b", second));
    Answer connected = connect().expect(201);
    String path = doctor.path("/calendar-connections/" + connected.text("connectionId"));
    assertThat(connected.header("Location")).hasValue(path);
    assertThat(connected.raw().body()).doesNotContain(feed.address());
    Calendars.await(() -> !offers(first) && !offers(second));

    int unchanged = feed.unchanged();
    admin.post(path + "/sync", null).expect(202);
    Calendars.await(() -> feed.unchanged() > unchanged);
    feed.says(entry("b", second));
    admin.post(path + "/sync", null).expect(202);
    Calendars.await(() -> offers(first));
    assertThat(offers(second)).isFalse();

    feed.answers(503);
    feed.says();
    admin.post(path + "/sync", null).expect(202);
    Calendars.await(() -> admin.get(path).text("lastError").contains("503"));
    assertThat(offers(second)).as("a feed that is down takes nothing back").isFalse();
    feed.answers(200);
    Instant asked = Instant.now();
    admin.post(path + "/sync", null).expect(202);
    Calendars.await(() -> admin.get(path).text("lastSyncedAt").compareTo(asked.toString()) > 0);
    assertThat(offers(second)).as("nothing at all is not believed at once").isFalse();
    admin.post(path + "/sync", null).expect(202);
    Calendars.await(() -> offers(second));
    admin.delete(path).expect(204);
  }

  @Test
  void mindsAMeetingBesideEntriesLongerThanAnyPlan() {
    String meeting = doctor.slots(admin).get(10).path("startsAt").asString();
    String ages =
        "BEGIN:VEVENT\r\nUID:ages\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:19000101T000000Z\r\n"
            + "DTEND:23000101T000000Z\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
    String backwards = ages.replace("ages", "backwards").replace("1900", "2400");
    feed.says(ages, backwards, entry("meeting", meeting));

    Answer connected = connect().expect(201);

    Calendars.await(() -> !offers(meeting));
    admin
        .delete(doctor.path("/calendar-connections/" + connected.text("connectionId")))
        .expect(204);
  }

  @Test
  void refusesWhatIsNoFeedOrLeadsTooFar() {
    feed.saysRaw("<html>not found</html>");
    connect().expect(422, "FEED_UNREADABLE");
    feed.answers(404);
    connect().expect(422, "FEED_UNREADABLE");
    feed.answers(302);
    feed.saysRaw("/elsewhere");
    connect().expect(422, "FEED_UNREADABLE");
    feed.saysRaw("ftp://elsewhere.example/a.ics");
    connect().expect(400, "INVALID_REQUEST");
    feed.answers(200);
    feed.saysRaw("x".repeat(6 << 20));
    connect().expect(422, "FEED_UNREADABLE");
    feed.says();
  }
}
