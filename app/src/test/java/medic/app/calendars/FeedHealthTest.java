package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A feed that is not, or not quite, what it should be: what stays, and what its doctor hears. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("server")
class FeedHealthTest {

  private static TestServer server;
  private static Client admin;
  private static JdbcClient jdbc;

  private final TestFeed feed = TestFeed.start();
  private final Practice practice = new Practice(admin);
  private final Practice.Doctor doctor = practice.doctor();

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
    jdbc = JdbcClient.create(server.dataSource());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private Answer asked(String url) {
    return admin.post(
        doctor.path("/calendar-connections"),
        Map.of("provider", "icalendar", "name", "Duty", "url", url));
  }

  private String connect(String url) {
    return doctor.path("/calendar-connections/" + asked(url).expect(201).text("connectionId"));
  }

  private static void sync(String path) {
    admin.post(path + "/sync", null).expect(202);
  }

  private static JsonNode health(String path) {
    return admin.get(path).body().path("health");
  }

  private static String state(String path) {
    return health(path).path("state").asString();
  }

  private String slot(int number) {
    return doctor.slots(admin).get(number).path("startsAt").asString();
  }

  private boolean offers(String slot) {
    return doctor.slots(admin).findValuesAsString("startsAt").contains(slot);
  }

  private static String entry(String uid, String start, String... more) {
    return "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART%s\r\nDURATION:PT30M\r\n%sEND:VEVENT\r\n"
        .formatted(uid, start, String.join("\r\n", more));
  }

  private static String at(String slot) {
    return ":" + slot.replaceAll("[-:]", "");
  }

  private List<String> lettersTo() {
    return admin
        .get(doctor.path("/notifications"))
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .map(mail -> mail.path("template").asString())
        .toList();
  }

  private static long judged(String path, String state) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    return jdbc.sql(
            "select count(*) from store.domain_event_entry where aggregate_identifier = ?"
                + " and payload_type like '%CalendarReadingJudged'"
                + " and convert_from(payload, 'UTF8') like ?")
        .params("connection-" + id, "%\"" + state + "\"%")
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";TZID=Middle-earth Standard Time:20270105T090000",
        ":tomorrow at nine",
        ";VALUE=DATE:20270230"
      })
  void whatCannotBeReadKeepsTheTimeItHadAndIsToldWithoutItsText(String unreadable) {
    String kept = slot(10);
    String other = slot(20);
    feed.says(entry("a", at(kept)), entry("b", at(other)));
    String path = connect(feed.address());
    Calendars.await(() -> !offers(kept) && !offers(other));
    Calendars.await(() -> state(path).equals("well"));

    feed.says(entry("a", unreadable, "SUMMARY:Mrs Secret\r\n"));
    sync(path);
    Calendars.await(() -> state(path).equals("partial"));
    Calendars.await(() -> offers(other));
    assertThat(offers(kept)).as("its earlier time stays").isFalse();
    JsonNode told = health(path);
    assertThat(told.path("skippedCount").asInt()).isEqualTo(1);
    assertThat(told.path("skipped").get(0).path("line").asInt()).isEqualTo(4);
    assertThat(told.path("skipped").get(0).path("code").asString())
        .isIn("ZONE_UNKNOWN", "TIME_UNREADABLE");
    assertThat(told.toString()).doesNotContain("Secret", "tomorrow");
    Calendars.await(() -> lettersTo().contains("calendar-partial"));

    feed.says(entry("a", at(other)));
    sync(path);
    Calendars.await(() -> state(path).equals("well"));
    Calendars.await(() -> offers(kept) && !offers(other));
    Calendars.await(() -> judged(path, "well") == 1);
    assertThat(judged(path, "partial")).isEqualTo(1);
    assertThat(lettersTo().stream().filter("calendar-partial"::equals)).hasSize(1);
    admin.delete(path).expect(204);
  }

  @Test
  void aSeriesThatCannotBeReadKeepsItsDates() {
    String first = slot(10);
    String series = entry("s", at(first), "RRULE:FREQ=WEEKLY;COUNT=3\r\n");
    feed.says(series);
    String path = connect(feed.address());
    Calendars.await(() -> admin.get(path + "/busy-times").body().size() == 3);

    feed.says(series.replace("WEEKLY", "NOW AND THEN"), entry("new", at(slot(30))));
    sync(path);
    Calendars.await(() -> admin.get(path + "/busy-times").body().size() == 4);
    assertThat(offers(first)).isFalse();
    Calendars.await(() -> state(path).equals("partial"));
    admin.delete(path).expect(204);
  }

  @Test
  void aFeedThatFreezesSaysSo() {
    String taken = slot(10);
    feed.says(entry("a", at(taken)));
    String path = connect(feed.address());
    Calendars.await(() -> state(path).equals("well"));

    feed.answers(200);
    feed.saysRaw("<html>moved</html>");
    sync(path);
    Calendars.await(() -> state(path).equals("failing"));
    assertThat(admin.get(path).text("lastError")).contains("no iCalendar");
    assertThat(health(path).path("lastReadAt").asString()).isNotEmpty();
    assertThat(health(path).path("failingSince").asString()).isNotEmpty();
    assertThat(offers(taken)).isFalse();
    assertThat(judged(path, "failing")).as("an outage that may pass").isZero();

    jdbc.sql(
            "update work.calendar_connection set failing_since = now() - interval '7 hours'"
                + " where connection_id = cast(? as uuid)")
        .param(path.substring(path.lastIndexOf('/') + 1))
        .update();
    sync(path);
    Calendars.await(() -> judged(path, "failing") == 1);
    Calendars.await(() -> lettersTo().contains("calendar-failing"));

    feed.says(entry("a", at(taken)), entry("b", at(slot(20))));
    sync(path);
    Calendars.await(() -> state(path).equals("well"));
    Calendars.await(() -> judged(path, "well") == 1);
    admin.delete(path).expect(204);
  }

  @Test
  void aVisitThatComesBackByAFeedIsOurs() {
    String start = slot(10);
    String later = slot(20);
    String visit =
        admin
            .post("/api/appointments", doctor.booking(practice.patient(), start))
            .expect(201)
            .text("appointmentId");
    String foreign = slot(30);
    feed.says(
        entry(Calendars.copyOf(visit) + "@google.com", at(start)),
        entry(Calendars.copyOf(visit).toUpperCase(java.util.Locale.ROOT), at(later)),
        entry(Calendars.copyOf(visit) + "0@google.com", at(foreign)));
    String path = connect(feed.address());
    Calendars.await(() -> !offers(foreign));
    JsonNode known = admin.get(path + "/busy-times").body();
    assertThat(known).hasSize(1);
    assertThat(known.get(0).path("busyTimeId").asString()).hasSize(36);

    admin.post("/api/appointments/" + visit + "/reschedule", Map.of("startsAt", later)).expect(200);
    admin.post("/api/appointments/" + visit + "/cancel", Map.of("reason", "over")).expect(200);
    Calendars.await(() -> offers(start) && offers(later));
    admin.delete(path).expect(204);
  }

  @Test
  void readsTimesOfNoZoneByTheDoctorsClockAndTheirAnswers() {
    JsonNode me = admin.get(doctor.path("")).expect(200).body();
    String email = me.path("email").asString();
    assertThat(email).contains("@");
    String declined = slot(10);
    feed.says(
        entry("d", at(declined), "ATTENDEE;PARTSTAT=DECLINED:MAILTO:" + email + "\r\n"),
        entry("floating", ":20270105T090000"));
    String path = connect(feed.address());
    Calendars.await(() -> admin.get(path + "/busy-times").body().size() == 2);
    assertThat(offers(declined)).isTrue();
    assertThat(admin.get(path + "/busy-times").body().findValuesAsString("startsAt"))
        .contains(
            java.time.LocalDateTime.parse("2027-01-05T09:00:00")
                .atZone(java.time.ZoneId.of(me.path("timezone").asString()))
                .toInstant()
                .toString());
    admin.delete(path).expect(204);
  }

  @Test
  void aLoginInAnAddressIsSealed(CapturedOutput output) {
    feed.says(entry("a", at(slot(10))));
    String url =
        "  " + feed.address().replace("http://", "HTTP://ada:s3same%21@") + "?token=hush-hush#x  ";
    Answer connected = asked(url).expect(201);
    String path = doctor.path("/calendar-connections/" + connected.text("connectionId"));
    Calendars.await(() -> state(path).equals("well"));
    assertThat(feed.authorization())
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("ada:s3same!".getBytes(StandardCharsets.UTF_8)));

    feed.answers(302);
    feed.saysRaw("ht tp://broken/?token=hush-hush");
    sync(path);
    Calendars.await(() -> state(path).equals("failing"));
    String seen = admin.get(path).raw().body() + connected.raw().body();
    feed.saysRaw("https://user:s3same@127.0.0.1:1/?token=hush-hush");
    seen += asked(url).raw().body();
    seen += asked(url.replace("HTTP", "gopher")).expect(400).raw().body();
    seen += asked("https://ada:s3same@host with blank/?token=hush-hush").expect(400).raw().body();
    seen +=
        jdbc.sql(
                "select string_agg(t, ' ') from (select c::text as t from"
                    + " work.calendar_connection c union all select convert_from(payload, 'UTF8')"
                    + " from store.domain_event_entry) t")
            .query(String.class)
            .single();
    assertThat(seen + output.getAll()).doesNotContain("s3same", "hush-hush");
  }
}
