package medic.app.parity;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import tools.jackson.databind.JsonNode;

/**
 * One doctor with a random history, sent as commands. All of it lies around the next change of the
 * clocks in the doctor's zone, and on a grid of five minutes. What the domain refuses is history
 * that did not happen.
 */
final class RandomPractice {
  private static final int GRID = 5;

  final String doctor;
  final List<String> types = new ArrayList<>();
  final List<String> places = new ArrayList<>();
  final List<String> rooms = new ArrayList<>();
  final Instant from;
  final Instant to;
  final List<String> history = new ArrayList<>();

  /** What was offered before anybody booked, by type. */
  final Map<String, List<JsonNode>> offeredFirst = new HashMap<>();

  private final Client admin;
  private final Random random;
  private final ZoneId zone;

  RandomPractice(Client admin, Random random, ZoneId zone) {
    this.admin = admin;
    this.random = random;
    this.zone = zone;
    Instant now = Instant.now();
    ZoneOffsetTransition change = zone.getRules().nextTransition(now);
    Instant middle = change == null ? now.plus(40, DAYS) : change.getInstant();
    this.from = middle.truncatedTo(HOURS).minus(30, HOURS);
    this.to = from.plus(60, HOURS);
    this.doctor =
        sent(
                "/api/doctors",
                Map.of(
                    "fullName", "Dr. Random",
                    "specialty", "Chance",
                    "email", "random@example.org",
                    "timezone", zone.getId()))
            .text("doctorId");
    places.add(place(zone));
    places.add(place(random.nextBoolean() ? zone : ZoneId.of("Asia/Kathmandu")));
    rooms.add(room(places.get(0)));
    rooms.add(room(places.get(1)));
    types.add(type(Map.of()));
    types.add(type(Map.of("defaultLocationId", places.get(0), "defaultRoomId", rooms.get(0))));
    // Notice ends, and the horizon lies, within the time looked at; never on the grid.
    types.add(type(Map.of("minNoticeMinutes", MINUTES.between(now, from.plus(20, HOURS)) + 2)));
    types.add(type(Map.of("maxFutureDays", DAYS.between(date(now), date(from.plus(30, HOURS))))));
  }

  private LocalDate date(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  String path(String rest) {
    return "/api/doctors/" + doctor + rest;
  }

  private Answer sent(String path, Map<String, Object> body) {
    Answer answer = admin.post(path, body);
    if (answer.status() >= 500) {
      throw new AssertionError(answer.status() + " " + path + " " + body + ": " + answer.body());
    }
    history.add(answer.status() + " " + path + " " + body);
    return answer;
  }

  private String place(ZoneId of) {
    return sent(path("/locations"), Map.of("name", "Place", "timezone", of.getId()))
        .expect(201)
        .text("locationId");
  }

  private String room(String at) {
    return sent(
            path("/locations/" + at + "/rooms"),
            Map.of("name", "Room", "capacity", 1 + random.nextInt(2), "virtual", false))
        .expect(201)
        .text("roomId");
  }

  private String type(Map<String, Object> terms) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "slug",
                "visit-" + UUID.randomUUID(),
                "name",
                "Visit",
                "durationMinutes",
                steps(1, 12),
                "bufferBeforeMinutes",
                steps(0, 2),
                "bufferAfterMinutes",
                steps(0, 2),
                "consultationMode",
                "in_person"));
    body.putAll(terms);
    return sent(path("/appointment-types"), body).expect(201).text("appointmentTypeId");
  }

  /** Lets another practice's doctor use the first room. */
  void shareWith(RandomPractice guest) {
    sent(
        path("/locations/" + places.get(0) + "/rooms/" + rooms.get(0) + "/share"),
        Map.of("doctorId", guest.doctor));
    guest.rooms.add(rooms.get(0));
  }

  /** Hours, and what stands against them. */
  void plan() {
    for (int i = 0; i < 8; i++) {
      template();
    }
    for (int i = 0; i < 4; i++) {
      exception();
    }
    timeOff(false, false);
    timeOff(true, false);
    timeOff(true, true);
    externalCalendar();
    externalCalendar();
  }

  /** Closes a place, with what is booked there. */
  void closePlace(int number) {
    sent(path("/locations/" + places.get(number) + "/close"), Map.of()).expect(200);
  }

  void closeRoom(int number) {
    String room = "/locations/" + places.get(number) + "/rooms/" + rooms.get(number);
    sent(path(room + "/close"), Map.of("reason", "Water")).expect(200);
  }

  void reviseRoom(int number) {
    String room = "/locations/" + places.get(number) + "/rooms/" + rooms.get(number);
    Answer revised = admin.put(path(room), Map.of("name", "Larger", "capacity", 3)).expect(200);
    history.add(revised.status() + " " + room);
  }

  void leave() {
    sent(path("/leave"), Map.of()).expect(200);
  }

  /** Holds, bookings, visits moved and called off. */
  void book(List<String> patients) {
    types.forEach(type -> offeredFirst.put(type, slots(type).valueStream().toList()));
    for (int i = 0; i < 2; i++) {
      JsonNode slot = anySlot(types.get(random.nextInt(2)));
      if (slot != null) {
        sent("/api/holds", wish(slot));
      }
    }
    for (String patient : patients) {
      JsonNode slot = anySlot(types.get(random.nextInt(2)));
      if (slot != null) {
        Map<String, Object> wish = wish(slot);
        wish.put("patientId", patient);
        change(sent("/api/appointments", wish));
      }
    }
  }

  private void change(Answer booked) {
    String path = booked.header("Location").orElse(null);
    if (path == null) {
      return;
    }
    switch (random.nextInt(5)) {
      case 0 -> sent(path + "/cancel", Map.of());
      case 1 -> {
        JsonNode slot = anySlot(booked.text("appointmentTypeId"));
        if (slot != null) {
          sent(
              path + "/reschedule",
              Map.of(
                  "startsAt", slot.path("startsAt").asString(),
                  "locationId", slot.path("locationId").asString()));
        }
      }
      default -> {}
    }
  }

  JsonNode slots(String type) {
    return admin
        .get(path("/availability?appointmentTypeId=" + type + "&from=" + from + "&to=" + to))
        .expect(200)
        .body()
        .path("slots");
  }

  private JsonNode anySlot(String type) {
    JsonNode slots = slots(type);
    return slots.isEmpty() ? null : slots.get(random.nextInt(slots.size()));
  }

  Map<String, Object> wish(JsonNode slot) {
    return wish(
        slot.path("appointmentTypeId").asString(),
        slot.path("startsAt").asString(),
        slot.path("locationId").asString());
  }

  Map<String, Object> wish(String type, String startsAt, String place) {
    return new HashMap<>(
        Map.of(
            "doctorId", doctor,
            "appointmentTypeId", type,
            "startsAt", startsAt,
            "locationId", place));
  }

  /** Any start on the grid of the time looked at. */
  Instant anyStart() {
    return from.plus((long) GRID * random.nextInt(60 * 60 / GRID), MINUTES);
  }

  private void template() {
    LocalTime start = LocalTime.of(random.nextInt(24), GRID * random.nextInt(12));
    LocalTime end = start.plusMinutes(steps(24, 180));
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "locationId", any(places),
                "dayOfWeek", date(from.plus(random.nextInt(60), HOURS)).getDayOfWeek().name(),
                "slotDurationMinutes", steps(2, 12),
                "workStart", start.toString(),
                "workEnd", end.toString(),
                "bufferBeforeMinutes", steps(0, 2),
                "bufferAfterMinutes", steps(0, 2),
                "maxParallelSessions", 1 + random.nextInt(3),
                "priority", random.nextInt(3)));
    if (random.nextBoolean()) {
      body.put("roomId", any(rooms));
    }
    LocalTime pause = start.plusMinutes(steps(6, 20));
    body.put(
        "breaks",
        List.of(
            Map.of("start", pause.toString(), "end", pause.plusMinutes(steps(1, 12)).toString())));
    if (sent(path("/templates"), body).status() != 201) {
      body.remove("breaks");
      body.remove("roomId");
      sent(path("/templates"), body);
    }
  }

  private void exception() {
    Map<String, Object> body = stretch("startAt", "endAt");
    body.put("status", random.nextInt(3) == 0 ? "available" : "blocked");
    if (random.nextBoolean()) {
      body.put("locationId", any(places));
    }
    if (random.nextInt(3) == 0) {
      body.put("appointmentTypeId", any(types));
    }
    String exception = sent(path("/exceptions"), body).text("exceptionId");
    if (random.nextInt(4) == 0) {
      admin.delete(path("/exceptions/" + exception));
      history.add("deleted " + exception);
    }
  }

  private void timeOff(boolean approved, boolean cancelled) {
    String id = sent(path("/time-off"), stretch("startAt", "endAt")).text("timeOffId");
    if (approved) {
      sent(path("/time-off/" + id + "/approve"), Map.of());
    }
    if (cancelled) {
      sent(path("/time-off/" + id + "/cancel"), Map.of());
    }
  }

  private void externalCalendar() {
    List<Map<String, Object>> seen = new ArrayList<>();
    for (String status : List.of("busy", "tentative", "free")) {
      Map<String, Object> entry = stretch("startsAt", "endsAt");
      entry.put("externalId", status);
      entry.put("status", status);
      seen.add(entry);
    }
    sent(
        path("/external-busy-times"),
        Map.of(
            "connectionId",
            new UUID(random.nextLong(), random.nextLong()).toString(),
            "source",
            "other",
            "seen",
            seen));
  }

  private Map<String, Object> stretch(String start, String end) {
    Instant begin = anyStart();
    return new HashMap<>(
        Map.of(start, begin.toString(), end, begin.plus(steps(3, 36), MINUTES).toString()));
  }

  private int steps(int least, int most) {
    return GRID * (least + random.nextInt(most - least + 1));
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
