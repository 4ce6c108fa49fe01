package medic.app.offers;

import static medic.app.offers.FreshDoctor.hours;
import static medic.app.offers.FreshDoctor.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What reads offer where practices are set up in ways that nobody thinks of first. */
@Tag("server")
class OfferedSlotsTest {

  private static final Map<String, Object> NOTHING = Map.of();
  private static final String MONDAY = "2028-01-03";

  private static TestServer server;
  private static Client admin;
  private static Practice people;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
    people = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "America/Los_Angeles, 2028-01-04T05:00:00Z, 2028-01-03, 4, 2028-01-04T05:00:00Z",
    "Pacific/Auckland, 2028-01-03, 2028-01-02T21:00:00Z, 2, 2028-01-02T20:00:00Z",
    "Pacific/Apia, 2028-01-03, 2028-01-02T22:00:00Z, 4, 2028-01-02T20:00:00Z",
    "Pacific/Pago_Pago, 2028-01-04T09:00:00Z, 2028-01-03, 2, 2028-01-04T09:00:00Z"
  })
  void anInstantAndADateAreReadInTheZoneOfThePlace(
      String zone, String from, String to, int slots, String first) {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String type = doctor.type(30, NOTHING);
    doctor.open(doctor.place(zone), "09:00", "23:00", NOTHING);

    List<String> starts = doctor.starts(type, from, to);

    assertThat(starts).hasSize(slots).first().isEqualTo(first);
    doctor.availability(type, "2028-01-05T12:00:00Z", MONDAY).expect(400, "RANGE_EMPTY");
    doctor.availability(type, MONDAY, "2029-01-03").expect(400, "RANGE_TOO_LONG");
  }

  @Test
  @Timeout(60)
  void theStreamReadsARangeAsWell() throws Exception {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String type = doctor.type(30, NOTHING);
    doctor.open(doctor.place("America/Los_Angeles"), "09:00", "23:00", NOTHING);
    doctor.starts(type, MONDAY, MONDAY);
    String token =
        server
            .anonymous()
            .post("/api/auth/token", Map.of("username", "admin", "password", "demo"))
            .text("accessToken");
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    server.address()
                        + doctor.path("/availability/stream?appointmentTypeId=" + type)
                        + "&from=2028-01-04T05:00:00Z&to=2028-01-03"))
            .header("Authorization", "Bearer " + token)
            .build();
    var stream = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body()))) {
      String line = lines.readLine();
      while (!line.startsWith("data:")) {
        line = lines.readLine();
      }
      assertThat(line).contains("2028-01-04T06:30:00Z").doesNotContain("2028-01-04T04:30:00Z");
    }
  }

  @Test
  void aDateIsThatOfEachPlace() {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String type = doctor.type(30, NOTHING);
    for (String zone : List.of("Pacific/Apia", "Pacific/Pago_Pago", "Europe/Berlin")) {
      doctor.open(doctor.place(zone), "10:00", "10:30", NOTHING);
    }
    assertThat(doctor.starts(type, MONDAY, MONDAY))
        .containsExactly("2028-01-02T21:00:00Z", "2028-01-03T09:00:00Z", "2028-01-03T21:00:00Z");
    assertThat(doctor.starts(type, "2028-01-02", "2028-01-02")).isEmpty();
  }

  @Test
  void anIdOfWhatWasWithdrawnStandsForItAlone() {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String place = doctor.place("UTC");
    Map<String, Object> block = new HashMap<>();
    block.put("startAt", "2028-01-03T09:00:00Z");
    block.put("endAt", "2028-01-03T10:00:00Z");
    block.put("status", "blocked");
    staysTaken(doctor, "/exceptions", "exceptionId", block, "endAt", "2028-01-03T11:00:00Z");
    Map<String, Object> hours = hours(place, "MONDAY", "09:00", "12:00", NOTHING);
    staysTaken(doctor, "/templates", "templateId", hours, "workEnd", "13:00");
    staysTaken(
        doctor, "/appointment-types", "appointmentTypeId", terms(30, NOTHING), "name", "Other");
  }

  private static void staysTaken(
      FreshDoctor doctor,
      String path,
      String idField,
      Map<String, Object> first,
      String field,
      String changed) {
    Map<String, Object> body = new HashMap<>(first);
    String id = UUID.randomUUID().toString();
    body.put(idField, id);
    admin.post(doctor.path(path), body).expect(201);
    admin.delete(doctor.path(path + "/" + id)).expect(204);
    Map<String, Object> other = new HashMap<>(body);
    other.put(field, changed);
    admin.post(doctor.path(path), other).expect(409, "ID_ALREADY_USED");
    admin.post(doctor.path(path), body).expect(201);
    admin.post(doctor.path(path), other).expect(409, "ID_ALREADY_USED");
  }

  @Test
  void nobodyIsSeenInPersonInAVirtualRoom() {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String place = doctor.place("UTC");
    String online = doctor.room(place, true);
    String real = doctor.room(place, false);
    doctor.open(place, "09:00", "10:00", Map.of("roomId", online));
    String bare = doctor.type(30, NOTHING);
    String usuallySomewhere = doctor.type(30, Map.of("defaultRoomId", real));
    String video = doctor.type(30, Map.of("consultationMode", "video"));

    assertThat(doctor.slots(bare, MONDAY, MONDAY)).isEmpty();
    assertThat(doctor.slots(usuallySomewhere, MONDAY, MONDAY))
        .hasSize(2)
        .allSatisfy(slot -> assertThat(slot.path("roomId").asString()).isEqualTo(real));
    assertThat(doctor.slots(video, MONDAY, MONDAY))
        .allSatisfy(slot -> assertThat(slot.path("roomId").asString()).isEqualTo(online));
    String patient = people.patient();
    String nine = "2028-01-03T09:00:00Z";
    doctor.book(bare, patient, nine, NOTHING).expect(422, "NOT_OFFERED");
    doctor.book(bare, patient, nine, Map.of("roomId", online)).expect(422, "ROOM_UNSUITABLE");
    admin
        .post(
            "/api/holds",
            Map.of("doctorId", doctor.id, "appointmentTypeId", bare, "startsAt", nine))
        .expect(422, "NOT_OFFERED");
    assertThat(doctor.book(usuallySomewhere, patient, nine, NOTHING).expect(201).text("roomId"))
        .isEqualTo(real);
    assertThat(doctor.book(video, patient, "2028-01-03T09:30:00Z", NOTHING).text("roomId"))
        .isEqualTo(online);
  }

  @Test
  void aDefaultRoomNeedsNoDefaultLocation() {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String elsewhere = doctor.place("UTC");
    String place = doctor.place("UTC");
    String room = doctor.room(place, false);
    doctor.open(place, "09:00", "10:00", Map.of("maxParallelSessions", 2));
    doctor.open(elsewhere, "09:00", "09:30", Map.of("maxParallelSessions", 2));
    String type = doctor.type(30, Map.of("defaultRoomId", room));

    Answer booked =
        doctor.book(type, people.patient(), "2028-01-03T09:00:00Z", NOTHING).expect(201);

    assertThat(booked.text("roomId")).isEqualTo(room);
    doctor
        .book(type, people.patient(), "2028-01-03T09:00:00Z", Map.of("locationId", place))
        .expect(409, "ROOM_TAKEN");
    assertThat(doctor.slots(type, MONDAY, MONDAY))
        .extracting(slot -> slot.path("locationId").asString() + slot.path("roomId").asString(""))
        .containsExactly(elsewhere, place + room);
    admin
        .post(
            doctor.path("/appointment-types"),
            terms(30, Map.of("defaultRoomId", room, "locationIds", List.of(elsewhere))))
        .expect(422, "LOCATION_UNSUITABLE");
    aSharedDefaultRoomGoesWhereTheVisitDoes(doctor, place, room);
  }

  private static void aSharedDefaultRoomGoesWhereTheVisitDoes(
      FreshDoctor owner, String place, String room) {
    FreshDoctor guest = new FreshDoctor(admin, "UTC");
    admin
        .post(
            owner.path("/locations/" + place + "/rooms/" + room + "/share"),
            Map.of("doctorId", guest.id))
        .expect(200);
    guest.open(guest.place("UTC"), "09:00", "10:00", NOTHING);
    String type = guest.type(30, Map.of("defaultRoomId", room));
    assertThat(guest.starts(type, MONDAY, MONDAY)).containsExactly("2028-01-03T09:30:00Z");
    Answer booked = guest.book(type, people.patient(), "2028-01-03T09:30:00Z", NOTHING);
    assertThat(booked.expect(201).text("roomId")).isEqualTo(room);
  }

  @Test
  void hoursThatTouchAreOneStretch() {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String place = doctor.place("UTC");
    doctor.open(place, "09:00", "12:00", NOTHING);
    doctor.open(place, "12:00", "17:00", NOTHING);
    doctor.open(place, "23:00", "00:00", NOTHING);
    doctor.open(place, "TUESDAY", "00:00", "01:00", NOTHING);
    doctor.opening("2028-01-03T17:00:00Z", "2028-01-03T17:30:00Z", Map.of("locationId", place));
    String type = doctor.type(60, NOTHING);

    assertThat(doctor.starts(type, MONDAY, MONDAY))
        .hasSize(18)
        .contains("2028-01-03T11:30:00Z", "2028-01-03T16:30:00Z", "2028-01-03T23:30:00Z");
    for (String at : List.of("11:30", "16:30", "23:30")) {
      doctor.book(type, people.patient(), "2028-01-03T" + at + ":00Z", NOTHING).expect(201);
    }
    doctor.book(type, people.patient(), "2028-01-03T17:00:00Z", NOTHING).expect(422, "NOT_OFFERED");
  }

  @Test
  void theNextSlotIsLookedForAsFarAsAnybodyCanBeBooked() {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    doctor.place("UTC");
    doctor.type(30, Map.of("maxFutureDays", 400));
    Instant day = Instant.now().truncatedTo(ChronoUnit.HOURS);
    for (int days : List.of(120, 390)) {
      Instant opens = day.plus(days, ChronoUnit.DAYS);
      doctor.opening(opens.toString(), opens.plus(30, ChronoUnit.MINUTES).toString(), NOTHING);
    }
    Instant late = day.plus(410, ChronoUnit.DAYS);
    doctor.opening(late.toString(), late.plus(30, ChronoUnit.MINUTES).toString(), NOTHING);

    Answer next = next(doctor.specialty, 5);
    assertThat(next.body().path("slots").findValuesAsString("startsAt"))
        .containsExactly(
            day.plus(120, ChronoUnit.DAYS).toString(), day.plus(390, ChronoUnit.DAYS).toString());
    assertThat(Instant.parse(next.text("searchedUntil"))).isAfter(day.plus(Duration.ofDays(400)));
    Answer one = next(doctor.specialty, 1);
    assertThat(one.body().path("slots")).hasSize(1);
    assertThat(Instant.parse(one.text("searchedUntil"))).isBefore(day.plus(Duration.ofDays(390)));
  }

  private static Answer next(String specialty, int limit) {
    return admin
        .get("/api/availability/next?limit=" + limit + "&specialty=" + specialty)
        .expect(200);
  }

  @Test
  void anOpeningWithoutAPlaceHoldsWhereverTheVisitIsSeen() {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String main =
        admin
            .post(
                doctor.path("/locations"), Map.of("name", "A", "timezone", "UTC", "primary", true))
            .text("locationId");
    String other = doctor.place("UTC");
    String onlyThere = doctor.type(30, Map.of("locationIds", List.of(other)));
    String anywhere = doctor.type(30, NOTHING);
    String usuallyMain = doctor.type(30, Map.of("defaultLocationId", main));
    doctor.opening("2028-01-03T09:00:00Z", "2028-01-03T09:30:00Z", NOTHING);

    assertThat(places(doctor, onlyThere)).containsExactly(other);
    assertThat(places(doctor, anywhere)).containsExactlyInAnyOrder(main, other);
    assertThat(places(doctor, usuallyMain)).containsExactlyInAnyOrder(main, other);
    doctor.book(onlyThere, people.patient(), "2028-01-03T09:00:00Z", NOTHING).expect(201);
    Map<String, Object> nowhere =
        Map.of(
            "startAt", "2028-01-03T11:00:00Z",
            "endAt", "2028-01-03T12:00:00Z",
            "status", "available",
            "locationId", main,
            "appointmentTypeId", onlyThere);
    admin.post(doctor.path("/exceptions"), nowhere).expect(422, "LOCATION_UNSUITABLE");
  }

  private static List<String> places(FreshDoctor doctor, String type) {
    return doctor.slots(type, MONDAY, MONDAY).stream()
        .map(slot -> slot.path("locationId").asString())
        .toList();
  }

  @Test
  void utilisationIsOneWhereAllPlacesAreTaken() {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String place = doctor.place("UTC");
    String type = doctor.type(30, NOTHING);
    doctor.open(place, "09:00", "10:00", Map.of("maxParallelSessions", 2));
    doctor.open(place, "09:30", "10:00", NOTHING);
    for (String at : List.of("09:00", "09:00", "09:30", "09:30")) {
      doctor.book(type, people.patient(), "2028-01-03T" + at + ":00Z", NOTHING).expect(201);
    }
    assertThat(numbers(doctor).path("utilisation").asDouble()).isEqualTo(1.0);
    assertThat(numbers(doctor).path("offeredMinutes").asInt()).isEqualTo(120);
    doctor.opening("2028-01-03T12:00:00Z", "2028-01-03T14:00:00Z", NOTHING);
    assertThat(numbers(doctor).path("utilisation").asDouble()).isEqualTo(0.5);
    String off =
        admin
            .post(
                doctor.path("/time-off"),
                Map.of("startAt", "2028-01-03T00:00:00Z", "endAt", "2028-01-03T12:30:00Z"))
            .text("timeOffId");
    admin.post(doctor.path("/time-off/" + off + "/approve"), NOTHING).expect(200);
    assertThat(numbers(doctor).path("utilisation").asDouble()).isZero();
    assertThat(numbers(doctor).path("offeredMinutes").asInt()).isEqualTo(90);
  }

  private static JsonNode numbers(FreshDoctor doctor) {
    String range = "/analytics?from=" + MONDAY + "&to=" + MONDAY;
    return admin.get(doctor.path(range)).expect(200).body();
  }

  @Test
  void whoMayMoveAVisitSeesWhereTo() {
    FreshDoctor doctor = new FreshDoctor(admin, "UTC");
    String place = doctor.place("UTC");
    String room = doctor.room(place, false);
    doctor.open(place, "09:00", "12:00", Map.of("roomId", room, "bufferAfterMinutes", 15));
    Map<String, Object> terms = terms(60, NOTHING);
    String type = admin.post(doctor.path("/appointment-types"), terms).text("appointmentTypeId");
    String login = "mover." + UUID.randomUUID().toString().substring(0, 8);
    String patient = people.patient(login);
    Client own = server.anonymous().login(login, Practice.PASSWORD);
    Client stranger = stranger();
    Answer booked = doctor.book(type, patient, "2028-01-03T10:00:00Z", NOTHING).expect(201);
    String visit = booked.text("appointmentId");
    String moving = "&appointmentId=" + visit;
    admin.get("/api/appointments/" + visit).expect(200);

    assertThat(doctor.starts(type, MONDAY, MONDAY)).isEmpty();
    assertThat(FreshDoctor.starts(doctor.availability(own, type, MONDAY, MONDAY, moving)))
        .containsExactly(
            "2028-01-03T09:00:00Z",
            "2028-01-03T09:30:00Z",
            "2028-01-03T10:00:00Z",
            "2028-01-03T10:30:00Z",
            "2028-01-03T11:00:00Z");
    for (Client nobody : List.of(stranger, server.auditor())) {
      doctor.availability(nobody, type, MONDAY, MONDAY, moving).expect(404, "NOT_FOUND");
      nobody
          .get(doctor.path("/availability/stream?appointmentTypeId=" + type + moving))
          .expect(404);
    }
    terms.put("active", false);
    admin.put(doctor.path("/appointment-types/" + type), terms).expect(200);
    doctor.availability(type, MONDAY, MONDAY).expect(422, "TYPE_INACTIVE");
    assertThat(FreshDoctor.starts(doctor.availability(admin, type, MONDAY, MONDAY, moving)))
        .hasSize(5);
    Map<String, Object> later = Map.of("startsAt", "2028-01-03T10:30:00Z");
    own.post("/api/appointments/" + visit + "/reschedule", later).expect(200);
    admin.post("/api/appointments/" + visit + "/cancel", NOTHING).expect(200);
    doctor.availability(admin, type, MONDAY, MONDAY, moving).expect(422, "INVALID_TRANSITION");
    String otherType = doctor.type(30, NOTHING);
    doctor.availability(admin, otherType, MONDAY, MONDAY, moving).expect(400);
  }

  private static Client stranger() {
    String login = "stranger." + UUID.randomUUID().toString().substring(0, 8);
    people.patient(login);
    return server.anonymous().login(login, Practice.PASSWORD);
  }

  @Test
  void aPatientReadsTimesInTheZoneTheyPrefer() {
    FreshDoctor doctor = new FreshDoctor(admin, "Europe/Berlin");
    String berlin = doctor.place("Europe/Berlin");
    String kathmandu = doctor.place("Asia/Kathmandu");
    String type = doctor.type(30, NOTHING);
    doctor.open(berlin, "09:00", "12:00", NOTHING);
    doctor.open(kathmandu, "18:00", "20:00", NOTHING);
    String newYorker = patientIn("America/New_York");
    String berliner = patientIn("Europe/Berlin");
    String anybody = people.patient();
    String at = "2028-01-03T08:00:00Z";

    assertThat(zoneOf(doctor, type, newYorker, at, NOTHING)).isEqualTo("America/New_York");
    assertThat(zoneOf(doctor, type, anybody, "2028-01-03T08:30:00Z", NOTHING))
        .isEqualTo("Europe/Berlin");
    Map<String, Object> tokyo = Map.of("patientTimezone", "Asia/Tokyo");
    assertThat(zoneOf(doctor, type, newYorker, "2028-01-03T09:00:00Z", tokyo))
        .isEqualTo("Asia/Tokyo");
    String place = kathmandu;
    assertThat(zoneAfterMove(doctor, type, anybody, "2028-01-03T09:30:00Z", place, "12:15"))
        .isEqualTo("Asia/Kathmandu");
    assertThat(zoneAfterMove(doctor, type, berliner, "2028-01-03T10:00:00Z", place, "12:45"))
        .isEqualTo("Europe/Berlin");
    assertThat(zoneAfterMove(doctor, type, newYorker, "2028-01-03T10:30:00Z", place, "13:15"))
        .isEqualTo("America/New_York");
  }

  private static String zoneOf(
      FreshDoctor doctor, String type, String patient, String at, Map<String, Object> more) {
    Answer booked = doctor.book(type, patient, at, more).expect(201);
    assertThat(shownZone(booked)).isEqualTo(booked.text("patientTimezone"));
    return booked.text("patientTimezone");
  }

  private static String zoneAfterMove(
      FreshDoctor doctor, String type, String patient, String at, String place, String to) {
    Answer booked = doctor.book(type, patient, at, NOTHING).expect(201);
    Answer moved =
        admin
            .post(
                booked.header("Location").orElseThrow() + "/reschedule",
                Map.of("startsAt", "2028-01-03T" + to + ":00Z", "locationId", place))
            .expect(200);
    assertThat(shownZone(booked)).isEqualTo(moved.text("patientTimezone"));
    return moved.text("patientTimezone");
  }

  private static String shownZone(Answer booked) {
    return admin.get(booked.header("Location").orElseThrow()).expect(200).text("patientTimezone");
  }

  private static String patientIn(String zone) {
    return admin
        .post(
            "/api/patients",
            Map.of(
                "fullName", "Pat Zone",
                "email", "pat@example.org",
                "preferredTimezone", zone))
        .expect(201)
        .text("patientId");
  }
}
