package medic.fakegoogle;

import static medic.fakegoogle.RealClient.at;
import static medic.fakegoogle.RealClient.event;
import static medic.fakegoogle.RealClient.on;
import static medic.fakegoogle.RealClient.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.Channel;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.Events;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {

  private static final String ID = "medic0123456789abcdef";

  private RealClient client;
  private Calendar calendar;

  @BeforeEach
  void start() throws Exception {
    client = new RealClient();
    calendar = client.of("ada@example.org");
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private Event insert(Event event) throws Exception {
    return calendar.events().insert("primary", event).execute();
  }

  private Events changes(String token) throws Exception {
    return calendar.events().list("primary").setSingleEvents(true).setSyncToken(token).execute();
  }

  private Events all() throws Exception {
    return calendar.events().list("primary").setSingleEvents(true).execute();
  }

  @Test
  void namesThePrimaryCalendarAndItsZone() throws Exception {
    assertThat(calendar.calendarList().get("primary").execute())
        .containsEntry("id", "ada@example.org")
        .containsEntry("timeZone", "Europe/Berlin");
    assertThat(calendar.calendarList().list().execute().getItems()).hasSize(1);
  }

  @Test
  void takesAnIdOfOursOnceAndKeepsItTaken() throws Exception {
    Event event = event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z").setId(ID);
    insert(event);
    assertThat(refusal(() -> insert(event))).isEqualTo(409);
    calendar.events().delete("primary", ID).execute();
    assertThat(refusal(() -> insert(event))).isEqualTo(409);
    assertThat(refusal(() -> calendar.events().delete("primary", ID).execute())).isEqualTo(410);
    assertThat(calendar.events().get("primary", ID).execute().getStatus()).isEqualTo("cancelled");

    calendar.events().patch("primary", ID, new Event().setStatus("confirmed")).execute();
    assertThat(all().getItems()).extracting(Event::getId).containsExactly(ID);
  }

  @Test
  void refusesBadEvents() {
    Event bad = event("2026-12-01T08:00:00Z", "2026-12-01T07:00:00Z");
    assertThat(refusal(() -> insert(bad))).isEqualTo(400);
    assertThat(
            refusal(
                () -> insert(event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z").setId("XYZ!9"))))
        .isEqualTo(400);
    Event both = event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z").setId(ID).setICalUID("x@y");
    assertThat(refusal(() -> insert(both))).isEqualTo(400);
    assertThat(refusal(() -> calendar.events().get("primary", "nobody").execute())).isEqualTo(404);
  }

  @Test
  void changesOnlyWhatMatchesTheEtag() throws Exception {
    Event first = insert(event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z").setId(ID));
    var patch = calendar.events().patch("primary", ID, new Event().setSummary("Mine"));
    patch.getRequestHeaders().setIfMatch(first.getEtag());
    Event second = patch.execute();
    assertThat(second.getSummary()).isEqualTo("Mine");
    assertThat(second.getEtag()).isNotEqualTo(first.getEtag());
    assertThat(second.getStart()).isEqualTo(first.getStart());

    var stale = calendar.events().update("primary", ID, first);
    stale.getRequestHeaders().setIfMatch(first.getEtag());
    assertThat(refusal(stale::execute)).isEqualTo(412);
    var delete = calendar.events().delete("primary", ID);
    delete.getRequestHeaders().setIfMatch(first.getEtag());
    assertThat(refusal(delete::execute)).isEqualTo(412);
  }

  @Test
  void aSyncTokenTellsWhatIsNewAndWhatIsGone() throws Exception {
    Event kept = insert(event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z"));
    Event dropped = insert(event("2026-12-02T08:00:00Z", "2026-12-02T09:00:00Z"));
    Events first = all();
    assertThat(first.getItems()).hasSize(2);
    assertThat(changes(first.getNextSyncToken()).getItems()).isEmpty();

    calendar.events().delete("primary", dropped.getId()).execute();
    calendar
        .events()
        .patch("primary", kept.getId(), new Event().setEnd(at("2026-12-01T10:00:00Z")))
        .execute();
    Events second = changes(first.getNextSyncToken());

    assertThat(second.getItems()).hasSize(2);
    assertThat(second.getItems())
        .filteredOn(e -> e.getStatus().equals("cancelled"))
        .singleElement()
        .satisfies(e -> assertThat(e.getStart()).isNull())
        .extracting(Event::getId)
        .isEqualTo(dropped.getId());
    assertThat(changes(second.getNextSyncToken()).getItems()).isEmpty();
  }

  @Test
  void aSyncTokenBearsNoFiltersAndMayBeGone() throws Exception {
    insert(event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z"));
    String token = all().getNextSyncToken();
    assertThat(
            refusal(
                () ->
                    calendar
                        .events()
                        .list("primary")
                        .setSingleEvents(true)
                        .setSyncToken(token)
                        .setTimeMin(new DateTime(0))
                        .execute()))
        .isEqualTo(400);
    assertThat(refusal(() -> calendar.events().list("primary").setSyncToken(token).execute()))
        .isEqualTo(400);
    client.control("POST", "expire-sync-tokens", "");
    assertThat(refusal(() -> changes(token))).isEqualTo(410);
  }

  @Test
  void pagesTellEverythingOnceEvenIfItChangesMeanwhile() throws Exception {
    for (int i = 1; i <= 5; i++) {
      insert(
          event("2026-12-0" + i + "T08:00:00Z", "2026-12-0" + i + "T09:00:00Z").setId("event" + i));
    }
    Events page =
        calendar.events().list("primary").setSingleEvents(true).setMaxResults(2).execute();
    assertThat(page.getItems()).hasSize(2);
    assertThat(page.getNextSyncToken()).isNull();
    calendar.events().patch("primary", "event4", new Event().setSummary("Changed")).execute();
    Events second =
        calendar
            .events()
            .list("primary")
            .setSingleEvents(true)
            .setMaxResults(2)
            .setPageToken(page.getNextPageToken())
            .execute();
    assertThat(second.getItems()).extracting(Event::getId).containsExactly("event3", "event5");
    assertThat(changes(second.getNextSyncToken()).getItems())
        .extracting(Event::getId)
        .containsExactly("event4");
  }

  @Test
  void aSeriesComesAsInstancesAndAnInstanceMayBeMovedOrDropped() throws Exception {
    Event series =
        insert(
            event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z")
                .setStart(at("2026-12-01T08:00:00Z").setTimeZone("Europe/Berlin"))
                .setRecurrence(List.of("RRULE:FREQ=WEEKLY;COUNT=4")));
    Events first = all();
    assertThat(first.getItems()).hasSize(4);
    Event third = first.getItems().get(2);
    assertThat(third.getRecurringEventId()).isEqualTo(series.getId());
    assertThat(third.getId()).isEqualTo(series.getId() + "_20261215T080000Z");

    calendar.events().delete("primary", third.getId()).execute();
    Events second = changes(first.getNextSyncToken());
    assertThat(second.getItems())
        .singleElement()
        .extracting(Event::getStatus)
        .isEqualTo("cancelled");
    assertThat(all().getItems()).hasSize(3);

    calendar.events().delete("primary", series.getId()).execute();
    assertThat(changes(second.getNextSyncToken()).getItems())
        .as("the third was gone before")
        .hasSize(3)
        .allMatch(e -> e.getStatus().equals("cancelled"));
    assertThat(all().getItems()).isEmpty();
  }

  @Test
  void aShortenedSeriesTellsWhichInstancesAreGone() throws Exception {
    Event series =
        insert(
            new Event()
                .setStart(on("2026-12-01"))
                .setEnd(on("2026-12-02"))
                .setRecurrence(List.of("RRULE:FREQ=DAILY;COUNT=3")));
    String token = all().getNextSyncToken();
    calendar
        .events()
        .patch(
            "primary",
            series.getId(),
            new Event().setRecurrence(List.of("RRULE:FREQ=DAILY;COUNT=2")))
        .execute();
    assertThat(changes(token).getItems())
        .filteredOn(e -> e.getStatus().equals("cancelled"))
        .extracting(Event::getId)
        .containsExactly(series.getId() + "_20261203");
  }

  @Test
  void keepsToTheWindowOfTheFirstList() throws Exception {
    insert(event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z"));
    insert(event("2027-12-01T08:00:00Z", "2027-12-01T09:00:00Z"));
    assertThat(
            calendar
                .events()
                .list("primary")
                .setSingleEvents(true)
                .setTimeMin(new DateTime("2026-11-01T00:00:00Z"))
                .setTimeMax(new DateTime("2027-01-01T00:00:00Z"))
                .execute()
                .getItems())
        .hasSize(1);
  }

  @Test
  void failsOnDemandBeforeOrAfterTheDeed() throws Exception {
    client.control(
        "POST",
        "faults",
        "{\"request\":\"POST .*/events\",\"status\":429,\"reason\":\"rateLimitExceeded\","
            + "\"retryAfterSeconds\":7}");
    Event event = event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z").setId(ID);
    assertThat(refusal(() -> insert(event))).isEqualTo(429);
    assertThat(all().getItems()).isEmpty();

    client.control(
        "POST", "faults", "{\"request\":\"POST .*/events\",\"status\":500,\"after\":true}");
    assertThat(refusal(() -> insert(event))).isEqualTo(500);
    assertThat(all().getItems()).hasSize(1);
    assertThat(client.control("GET", "faults", "").get("waiting").asInt()).isZero();
  }

  @Test
  void tellsWhoWatchesAndStopsWhenAsked() throws Exception {
    LinkedBlockingQueue<List<String>> told = new LinkedBlockingQueue<>();
    HttpServer listener =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          told.add(
              List.of(
                  headers.getFirst("X-Goog-Channel-ID"),
                  headers.getFirst("X-Goog-Channel-Token"),
                  headers.getFirst("X-Goog-Resource-State")));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    listener.start();
    Channel asked =
        new Channel()
            .setId("channel-1")
            .setType("web_hook")
            .setToken("secret")
            .setAddress("http://127.0.0.1:" + listener.getAddress().getPort() + "/push");
    Channel channel = calendar.events().watch("primary", asked).execute();
    assertThat(told.poll(5, TimeUnit.SECONDS)).containsExactly("channel-1", "secret", "sync");
    insert(event("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z"));
    assertThat(told.poll(5, TimeUnit.SECONDS)).containsExactly("channel-1", "secret", "exists");
    assertThat(refusal(() -> calendar.events().watch("primary", asked).execute())).isEqualTo(400);

    calendar
        .channels()
        .stop(new Channel().setId("channel-1").setResourceId(channel.getResourceId()))
        .execute();
    assertThat(client.control("GET", "channels", "")).isEmpty();
    listener.stop(0);
  }
}
