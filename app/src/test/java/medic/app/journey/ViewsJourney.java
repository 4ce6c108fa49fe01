package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shown of slots and visits, now and as it stood. */
@Tag("server")
abstract class ViewsJourney extends Journey {

  ViewsJourney(TestServer server) {
    super(server);
  }

  @Test
  void findsTheNextSlotsOverAllDoctors() {
    String specialty = only("Phlebology");
    String city = only("Husum");
    Practice.Doctor first = practice.doctor(specialty, city);
    Practice.Doctor second = practice.doctor(specialty, city);
    String path = "/api/availability/next?limit=50&city=" + city.toLowerCase(Locale.ROOT);

    JsonNode slots =
        admin
            .get(path + "&specialty=" + specialty.toLowerCase(Locale.ROOT))
            .expect(200)
            .body()
            .path("slots");

    assertThat(slots.size()).isEqualTo(50);
    assertThat(slots.findValuesAsString("startsAt").stream().map(Instant::parse).toList())
        .isSorted();
    assertThat(slots.findValuesAsString("doctorId")).contains(first.id, second.id);
    assertThat(admin.get("/api/availability/next?specialty=none").body().path("slots")).isEmpty();
  }

  /** As a search form sends it. */
  @Test
  void takesAnEmptyFieldForNotGiven() {
    String city = only("Husum");
    Practice.Doctor doctor = practice.doctor(only("Phlebology"), city);
    Practice.Doctor other = practice.doctor(only("Phlebology"), city);
    String path = "/api/availability/next?limit=10&from=&city=" + city;
    assertThat(doctorsAt(path + "&specialty=")).contains(doctor.id, other.id);
    assertThat(doctorsAt(path + "&specialty=none")).isEmpty();
  }

  /** So that others of a shared server are not found with it. */
  private static String only(String name) {
    return name + UUID.randomUUID().toString().substring(0, 8);
  }

  private List<String> doctorsAt(String path) {
    return admin.get(path).expect(200).body().path("slots").findValuesAsString("doctorId");
  }

  @Test
  void listsUpcomingAndPastVisits() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    List<String> booked =
        List.of(2, 5, 8).stream()
            .map(at -> book(doctor, patient, start(doctor, at)).expect(201).text("appointmentId"))
            .toList();
    String path = "/api/patients/" + patient + "/appointments?limit=2&when=";
    Answer page = admin.get(path + "upcoming").expect(200);
    Answer next = admin.get(path + "upcoming&cursor=" + page.text("nextCursor")).expect(200);
    List<String> ids = page.body().path("items").findValuesAsString("appointmentId");
    assertThat(ids).containsExactlyElementsOf(booked.subList(0, 2));
    assertThat(next.body().path("items").findValuesAsString("appointmentId"))
        .containsExactly(booked.get(2));
    assertThat(admin.get(path + "past").expect(200).body().path("items")).isEmpty();
    JsonNode item = page.body().path("items").get(0);
    assertThat(item.path("doctorName").asString()).isEqualTo("Dr. Ada Test");
    assertThat(item.path("locationName").asString()).isEqualTo("Mitte");
  }

  @Test
  void countsVisitsForTheConsole() {
    Practice.Doctor doctor = practice.doctor();
    String kept = ended(doctor, "no-show");
    String path = "/api/appointments/" + kept;
    admin.post(path + "/reopen", Map.of("reason", "She was early")).expect(200);
    admin.post(path + "/complete", null).expect(200);
    ended(doctor, "no-show");
    Answer off = book(doctor, practice.patient(), start(doctor, 6)).expect(201);
    admin.post(off.header("Location").orElseThrow() + "/cancel", null).expect(200);

    LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    String range = "?from=" + today + "&to=" + today.plusDays(2);
    JsonNode numbers = admin.get(doctor.path("/analytics" + range)).expect(200).body();

    assertThat(numbers.path("visits").asInt()).isEqualTo(3);
    assertThat(numbers.path("byStatus").path("completed").asInt()).isEqualTo(1);
    assertThat(numbers.path("noShowRate").asDouble()).isEqualTo(0.5);
    assertThat(numbers.path("revenue").get(0).path("cents").asInt()).isEqualTo(4500);
    JsonNode agenda = admin.get(doctor.path("/agenda")).expect(200).body().path("entries");
    assertThat(agenda.findValuesAsString("id")).contains(kept);
    assertThat(agenda.get(0).path("patientName").asString()).isEqualTo("Grace Patient");
  }

  /** Two may begin at once: the practice overbooks. */
  private String ended(Practice.Doctor doctor, String step) {
    Answer booked = doctor.begun(admin, practice.patient());
    admin.post(booked.header("Location").orElseThrow() + "/" + step, null).expect(200);
    return booked.text("appointmentId");
  }

  @Test
  void tellsHowAVisitStoodThen() {
    Practice.Doctor doctor = practice.doctor();
    String slot = start(doctor, 2);
    Answer booked = book(doctor, practice.patient(), slot).expect(201);
    String path = booked.header("Location").orElseThrow();
    String later = start(doctor, 7);
    admin.post(path + "/reschedule", Map.of("startsAt", later)).expect(200);
    admin.post(path + "/cancel", null).expect(200);
    List<JsonNode> entries = deeds(admin, path);

    assertThat(asOf(path, entries, 0).text("startsAt")).isEqualTo(slot);
    assertThat(asOf(path, entries, 1).text("startsAt")).isEqualTo(later);
    assertThat(asOf(path, entries, 1).text("status")).isEqualTo("confirmed");
    assertThat(asOf(path, entries, 2).text("status")).isEqualTo("cancelled");
    admin.get(path + "?asOf=2020-01-01T00:00:00Z").expect(404, "NOT_FOUND");
  }

  private Answer asOf(String path, List<JsonNode> entries, int entry) {
    return admin
        .get(path + "?asOf=" + entries.get(entry).path("occurredAt").asString())
        .expect(200);
  }

  @Test
  void tellsWhatWasOfferedWhenAVisitWasBooked() {
    Practice.Doctor doctor = practice.doctor();
    JsonNode shown = doctor.slots(admin);
    String slot = shown.get(5).path("startsAt").asString();
    Answer booked = book(doctor, practice.patient(), slot).expect(201);
    String path = booked.header("Location").orElseThrow();
    admin.post(path + "/reschedule", Map.of("startsAt", start(doctor, 9))).expect(200);
    admin.delete(doctor.path("/appointment-types/" + doctor.type)).expect(200);

    JsonNode offered = server.auditor().get(path + "/offer").expect(200).body().path("slots");

    assertThat(offered.findValuesAsString("startsAt")).contains(slot);
    assertThat(shown.findValuesAsString("startsAt"))
        .containsAll(offered.findValuesAsString("startsAt"));
  }

  @Test
  void exportsTheLogForAuditors() {
    Practice.Doctor doctor = practice.doctor();
    Answer booked = book(doctor, practice.patient(), start(doctor, 2)).expect(201);
    String id = booked.text("appointmentId");
    admin
        .post("/api/appointments/" + id + "/cancel", Map.of("reason", "private words"))
        .expect(200);
    Client auditor =
        server.auditor().with("Medic-Position", booked.header("Medic-Position").orElseThrow());
    admin.get("/api/audit/events?appointmentId=" + id).expect(200); // reads its own write

    JsonNode items =
        auditor.get("/api/audit/events?appointmentId=" + id).expect(200).body().path("items");
    assertThat(deeds(items))
        .extracting(deed -> deed.path("action").asString())
        .containsExactly("booked", "cancelled");

    Answer lines = auditor.get("/api/audit/export?format=ndjson&appointmentId=" + id).expect(200);
    assertThat(lines.header("Content-Type").orElse("")).startsWith("application/x-ndjson");
    List<JsonNode> told =
        lines
            .raw()
            .body()
            .lines()
            .map(line -> JsonMapper.shared().readTree(line))
            .filter(line -> line.has("eventId"))
            .filter(line -> !line.path("action").asString().startsWith("notification"))
            .toList();
    assertThat(told).hasSize(2);
    assertThat(told.get(1).path("action").asString()).isEqualTo("cancelled");
    assertThat(lines.raw().body()).doesNotContain("private words");

    Answer table = auditor.get("/api/audit/export?format=csv&appointmentId=" + id).expect(200);
    assertThat(table.header("Content-Type").orElse("")).startsWith("text/csv");
    // the columns, the checkpoint, two entries, the manifest
    assertThat(table.raw().body().lines().filter(line -> !line.contains("\"notification_")))
        .hasSize(5);
    assertThat(table.header("Content-Disposition").orElse("")).contains("audit.csv");
  }
}
