package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stations beside the plain booking: holds, refusals, repeats, times away, and who watches. */
class JourneyTest {

  private static TestServer server;
  private static Client admin;
  private static Practice practice;

  @BeforeAll
  static void start() {
    server = TestServer.start("medic.query.streams.heartbeat=500ms");
    admin = server.admin();
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String start(Practice.Doctor doctor, int slot) {
    return doctor.slots(admin).get(slot).path("startsAt").asString();
  }

  private static List<String> starts(Practice.Doctor doctor) {
    return doctor.slots(admin).findValuesAsString("startsAt");
  }

  private static Map<String, Object> hold(Practice.Doctor doctor, String startsAt) {
    return Map.of("doctorId", doctor.id, "appointmentTypeId", doctor.type, "startsAt", startsAt);
  }

  private static Answer book(Practice.Doctor doctor, String patient, String startsAt) {
    return admin.post("/api/appointments", doctor.booking(patient, startsAt));
  }

  @Test
  void holdsASlotAndBooksIt() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String slot = start(doctor, 4);

    Answer held = admin.post("/api/holds", hold(doctor, slot)).expect(201);

    assertThat(Instant.parse(held.text("expiresAt"))).isAfter(Instant.now());
    assertThat(starts(doctor)).doesNotContain(slot);
    book(doctor, patient, slot).expect(409, "SLOT_TAKEN");
    Map<String, Object> booking = doctor.booking(patient, slot);
    booking.put("holdId", held.text("holdId"));
    admin.post("/api/appointments", booking).expect(201);
    admin.post("/api/appointments", doctor.booking(practice.patient(), slot)).expect(409);
  }

  @Test
  void givesAReleasedHoldBack() {
    Practice.Doctor doctor = practice.doctor();
    String slot = start(doctor, 4);
    String held = admin.post("/api/holds", hold(doctor, slot)).expect(201).text("holdId");

    admin.delete("/api/holds/" + held).expect(204);
    admin.delete("/api/holds/" + held).expect(204);

    assertThat(starts(doctor)).contains(slot);
    Map<String, Object> booking = doctor.booking(practice.patient(), slot);
    booking.put("holdId", held);
    admin.post("/api/appointments", booking).expect(422, "HOLD_EXPIRED");
    book(doctor, practice.patient(), slot).expect(201);
  }

  @Test
  void refusesAnExpiredHold() {
    try (TestServer hasty = TestServer.start("medic.holds.kept-for=PT0S")) {
      Client client = hasty.admin();
      Practice there = new Practice(client);
      Practice.Doctor doctor = there.doctor();
      String slot = doctor.slots(client).get(4).path("startsAt").asString();
      String held = client.post("/api/holds", hold(doctor, slot)).expect(201).text("holdId");
      Map<String, Object> booking = doctor.booking(there.patient(), slot);
      booking.put("holdId", held);

      client.post("/api/appointments", booking).expect(422, "HOLD_EXPIRED");

      booking.remove("holdId");
      client.post("/api/appointments", booking).expect(201);
    }
  }

  @Test
  void declinesARequestAndGivesItsTimeBack() {
    Practice.Doctor doctor = practice.doctor(Map.of("requiresConfirmation", true));
    String slot = start(doctor, 4);
    Answer requested = book(doctor, practice.patient(), slot).expect(201);
    assertThat(requested.text("status")).isEqualTo("pending");
    String path = requested.header("Location").orElseThrow();
    Client doctorsOwn = server.anonymous().login(doctor.login, "long enough");

    Answer declined = doctorsOwn.post(path + "/decline", Map.of("reason", "Fully booked"));

    assertThat(declined.expect(200).text("status")).isEqualTo("declined");
    assertThat(deeds(doctorsOwn, path).get(1).path("reason").asString()).isEqualTo("Fully booked");
    book(doctor, practice.patient(), slot).expect(201);
  }

  @Test
  void letsPatientsCancelAndNobodyElse() {
    Practice.Doctor doctor = practice.doctor();
    String login = "p." + UUID.randomUUID().toString().substring(0, 8);
    String patient = practice.patient(login);
    Client own = server.anonymous().login(login, "long enough");
    String slot = start(doctor, 4);
    Answer booked = own.post("/api/appointments", doctor.booking(patient, slot)).expect(201);
    String path = booked.header("Location").orElseThrow();
    assertThat(booked.text("source")).isEqualTo("patient_portal");

    assertThat(
            own.post(path + "/cancel", Map.of("reason", "Well again")).expect(200).text("status"))
        .isEqualTo("cancelled");

    JsonNode last = deeds(own, path).get(1);
    assertThat(last.path("actorType").asString()).isEqualToIgnoringCase("patient");
    assertThat(last.path("actorId").asString()).isEqualTo(patient);
    assertThat(last.path("reason").asString()).isEqualTo("Well again");
    book(doctor, practice.patient(), slot).expect(201);
  }

  @Test
  void notesThatAPatientDidNotCome() {
    Practice.Doctor doctor = practice.doctor();
    String path =
        book(doctor, practice.patient(), start(doctor, 4))
            .expect(201)
            .header("Location")
            .orElseThrow();
    assertThat(admin.post(path + "/no-show", null).expect(200).text("status")).isEqualTo("no_show");
    admin.post(path + "/complete", null).expect(422, "INVALID_TRANSITION");
  }

  @Test
  void answersARepeatedRequestWithItsFirstAnswer() {
    Practice.Doctor doctor = practice.doctor();
    Client keyed = admin.with("Idempotency-Key", "key-" + UUID.randomUUID());
    Map<String, Object> booking = doctor.booking(practice.patient(), start(doctor, 4));
    Answer first = keyed.post("/api/appointments", booking).expect(201);
    Stored before = Stored.in(server.dataSource());

    Answer second = keyed.post("/api/appointments", booking).expect(201);

    assertThat(second.body()).isEqualTo(first.body());
    booking.put("startsAt", start(doctor, 9));
    keyed.post("/api/appointments", booking).expect(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(Stored.in(server.dataSource())).isEqualTo(before);

    String path = first.header("Location").orElseThrow();
    Client moving = admin.with("Idempotency-Key", "key-" + UUID.randomUUID());
    Map<String, Object> move = Map.of("startsAt", start(doctor, 9));
    Answer moved = moving.post(path + "/reschedule", move).expect(200);
    assertThat(moving.post(path + "/reschedule", move).expect(200).body()).isEqualTo(moved.body());
    moving.post(path + "/cancel", null).expect(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void answersTheSameIdWithTheSameVisit() {
    Practice.Doctor doctor = practice.doctor();
    Map<String, Object> booking = doctor.booking(practice.patient(), start(doctor, 4));
    booking.put("appointmentId", UUID.randomUUID().toString());
    Answer first = admin.post("/api/appointments", booking).expect(201);
    Stored before = Stored.in(server.dataSource());

    assertThat(admin.post("/api/appointments", booking).expect(201).body()).isEqualTo(first.body());

    booking.put("startsAt", start(doctor, 9));
    admin.post("/api/appointments", booking).expect(409, "ID_ALREADY_USED");
    assertThat(Stored.in(server.dataSource())).isEqualTo(before);
  }

  @Test
  void keepsClearOfWhatOtherCalendarsHold() {
    Practice.Doctor doctor = practice.doctor();
    String slot = start(doctor, 6);
    String connection = UUID.randomUUID().toString();
    Map<String, Object> entry =
        Map.of(
            "externalId",
            "e1",
            "startsAt",
            slot,
            "endsAt",
            Instant.parse(slot).plus(30, ChronoUnit.MINUTES).toString(),
            "status",
            "busy");
    report(doctor, connection, List.of(entry), List.of());
    assertThat(starts(doctor)).doesNotContain(slot);
    book(doctor, practice.patient(), slot).expect(409, "SLOT_TAKEN");
    assertThat(agendaKinds(doctor)).contains("external_busy");

    report(doctor, connection, List.of(), List.of("e1"));
    assertThat(starts(doctor)).contains(slot);
    book(doctor, practice.patient(), slot).expect(201);
  }

  private static void report(
      Practice.Doctor doctor, String connection, List<?> seen, List<String> gone) {
    admin
        .post(
            doctor.path("/external-busy-times"),
            Map.of(
                "connectionId", connection,
                "source", "google",
                "seen", seen,
                "goneExternalIds", gone))
        .expect(204);
  }

  private static List<String> agendaKinds(Practice.Doctor doctor) {
    return admin
        .get(doctor.path("/agenda"))
        .expect(200)
        .body()
        .path("entries")
        .findValuesAsString("kind");
  }

  @Test
  void blocksTimeOffOnceItIsApproved() {
    Practice.Doctor doctor = practice.doctor();
    Client own = server.anonymous().login(doctor.login, "long enough");
    String slot = start(doctor, 6);
    Instant start = Instant.parse(slot);
    String id =
        own.post(
                doctor.path("/time-off"),
                Map.of(
                    "startAt", start.minusSeconds(3600).toString(),
                    "endAt", start.plusSeconds(7200).toString(),
                    "reason", "Conference"))
            .expect(201)
            .text("timeOffId");
    own.post(doctor.path("/time-off/" + id + "/approve"), null).expect(403);
    assertThat(starts(doctor)).contains(slot);

    admin.post(doctor.path("/time-off/" + id + "/approve"), null).expect(200);
    assertThat(starts(doctor)).doesNotContain(slot);
    assertThat(book(doctor, practice.patient(), slot).status()).isIn(409, 422);
    assertThat(agendaKinds(doctor)).contains("time_off");

    admin.post(doctor.path("/time-off/" + id + "/cancel"), null).expect(200);
    assertThat(starts(doctor)).contains(slot);
  }

  @Test
  void findsTheNextSlotsOverAllDoctors() {
    String city = "Berlin";
    Practice.Doctor first = practice.doctor();
    Practice.Doctor second = practice.doctor();

    JsonNode slots =
        admin
            .get("/api/availability/next?specialty=dermatology&limit=50&city=" + city)
            .expect(200)
            .body()
            .path("slots");

    assertThat(slots.size()).isEqualTo(50);
    assertThat(slots.findValuesAsString("startsAt").stream().map(Instant::parse).toList())
        .isSorted();
    assertThat(slots.findValuesAsString("doctorId")).contains(first.id, second.id);
    assertThat(admin.get("/api/availability/next?specialty=none").body().path("slots")).isEmpty();
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
    String kept = complete(doctor, start(doctor, 2), "complete");
    complete(doctor, start(doctor, 4), "no-show");
    complete(doctor, start(doctor, 6), "cancel");

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

  private static String complete(Practice.Doctor doctor, String slot, String step) {
    Answer booked = book(doctor, practice.patient(), slot).expect(201);
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

  @Test
  void tellsWhatWasOfferedWhenAVisitWasBooked() {
    Practice.Doctor doctor = practice.doctor();
    JsonNode shown = doctor.slots(admin);
    String slot = shown.get(5).path("startsAt").asString();
    Answer booked = book(doctor, practice.patient(), slot).expect(201);
    String path = booked.header("Location").orElseThrow();
    admin.post(path + "/reschedule", Map.of("startsAt", start(doctor, 9))).expect(200);
    admin.delete(doctor.path("/appointment-types/" + doctor.type)).expect(204);

    JsonNode offered = server.auditor().get(path + "/offer").expect(200).body().path("slots");

    assertThat(offered.findValuesAsString("startsAt")).contains(slot);
    assertThat(shown.findValuesAsString("startsAt"))
        .containsAll(offered.findValuesAsString("startsAt"));
  }

  /** What people did, in order. Messages are on record too, at a time of their own. */
  private static List<JsonNode> deeds(Client client, String appointment) {
    return deeds(client.get(appointment + "/timeline").expect(200).body().path("entries"));
  }

  private static List<JsonNode> deeds(Iterable<JsonNode> entries) {
    List<JsonNode> deeds = new ArrayList<>();
    entries.forEach(
        entry -> {
          if (!entry.path("action").asString().startsWith("notification")) {
            deeds.add(entry);
          }
        });
    return deeds;
  }

  private static Answer asOf(String path, List<JsonNode> entries, int entry) {
    return admin
        .get(path + "?asOf=" + entries.get(entry).path("occurredAt").asString())
        .expect(200);
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

  @Test
  @Timeout(60)
  void streamsABookingMadeOnAnotherConnection() throws Exception {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String slot = start(doctor, 4);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    server.address()
                        + doctor.path("/availability/stream?appointmentTypeId=" + doctor.type)))
            .header("Authorization", "Bearer " + token())
            .build();
    HttpResponse<java.io.InputStream> stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(next(lines, "slots")).contains(slot);
      book(doctor, patient, slot).expect(201);
      JsonNode changes = JsonMapper.shared().readTree(next(lines, "changes"));
      assertThat(changes.path("closed").findValuesAsString("startsAt")).contains(slot);
    }
  }

  private static String token() {
    return server
        .anonymous()
        .post("/api/auth/token", Map.of("username", "admin", "password", "demo"))
        .expect(200)
        .text("accessToken");
  }

  /** The data of the next event of this name; the test's timeout ends a wait in vain. */
  private static String next(BufferedReader lines, String event) throws Exception {
    boolean announced = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event:")) {
        announced = line.substring(6).trim().equals(event);
      } else if (announced && line.startsWith("data:")) {
        return line.substring(5);
      }
    }
    throw new AssertionError("the stream ended before an event " + event);
  }

  @Test
  void describesEveryRoute() {
    JsonNode description = server.anonymous().get("/v3/api-docs").expect(200).body();
    assertThat(description.path("openapi").asString()).startsWith("3.1");
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> described.add(method.toUpperCase() + " " + path.getKey())));
    assertThat(described).containsAll(routes());
    assertThat(server.anonymous().get("/swagger-ui/index.html").expect(200).raw().body())
        .contains("swagger");
  }

  private static Set<String> routes() {
    return server
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("medic."))
        .flatMap(
            entry ->
                entry.getKey().getMethodsCondition().getMethods().stream()
                    .flatMap(
                        method ->
                            entry.getKey().getPatternValues().stream()
                                .map(path -> method + " " + path)))
        .collect(Collectors.toSet());
  }

  @Test
  void keepsRoomsAndPatientsFromBeingInTwoPlaces() {
    Practice.Doctor doctor = practice.doctor();
    Practice.Doctor guest = practice.doctor();
    String patient = practice.patient();
    String room = doctor.addRoom();
    String slot = start(doctor, 6);
    book(doctor, patient, slot).expect(201);
    book(guest, patient, slot).expect(409, "PATIENT_BUSY");

    admin
        .post(
            doctor.path("/locations/" + doctor.location + "/rooms/" + room + "/share"),
            Map.of("doctorId", guest.id))
        .expect(200);
    Map<String, Object> inRoom =
        new HashMap<>(doctor.booking(practice.patient(), start(doctor, 6)));
    inRoom.put("roomId", room);
    admin.post("/api/appointments", inRoom).expect(201);
  }
}
