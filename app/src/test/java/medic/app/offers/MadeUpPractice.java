package medic.app.offers;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import tools.jackson.databind.JsonNode;

/**
 * A doctor's practice made up from a seed: places in several zones, rooms, kinds of visit, hours
 * that touch, overlap and cross midnight, openings, blocks, time off and visits. All of it lies in
 * some days, on a grid of five minutes. What the domain refuses is left out.
 */
final class MadeUpPractice {

  private static final int GRID = 5;
  private static final List<String> ZONES =
      List.of(
          "America/Los_Angeles",
          "Pacific/Apia",
          "Pacific/Pago_Pago",
          "Australia/Lord_Howe",
          "Asia/Kathmandu",
          "Europe/Berlin",
          "America/Sao_Paulo",
          "Pacific/Auckland",
          "Africa/Casablanca",
          "America/St_Johns",
          "UTC");

  final List<String> types = new ArrayList<>();
  final Map<String, ZoneId> places = new LinkedHashMap<>();
  final LocalDate from;
  final LocalDate to;
  final List<String> history = new ArrayList<>();

  private final Client admin;
  private final Random random;
  private final String doctor;
  private final Map<String, String> rooms = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> terms = new HashMap<>();
  private final List<Map<String, Object>> templates = new ArrayList<>();

  MadeUpPractice(Client admin, Random random) {
    this.admin = admin;
    this.random = random;
    ZoneId zone = ZoneId.of(any(ZONES));
    from = LocalDate.now(zone).plusDays(2 + random.nextInt(200));
    to = from.plusDays(random.nextInt(3));
    doctor = sent("/api/doctors", person(zone)).expect(201).text("doctorId");
    addPlacesAndRooms(zone);
    for (int i = 0; i < 3; i++) {
      addType();
    }
    for (int i = 0; i < 5; i++) {
      addTemplate();
    }
    for (int i = 0; i < 4; i++) {
      addException();
    }
    if (chance(2)) {
      String off = sent(path("/time-off"), stretch("startAt", "endAt")).text("timeOffId");
      sent(path("/time-off/" + off + "/approve"), Map.of());
    }
    addExternalBusyTime();
  }

  private static Map<String, Object> person(ZoneId zone) {
    return Map.of(
        "fullName", "Dr. Made Up",
        "specialty", "Chance",
        "email", "made.up@example.org",
        "timezone", zone.getId());
  }

  String path(String rest) {
    return "/api/doctors/" + doctor + rest;
  }

  private void addPlacesAndRooms(ZoneId zone) {
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      ZoneId where = chance(2) ? zone : ZoneId.of(any(ZONES));
      Map<String, Object> place =
          Map.of("name", "Place " + i, "timezone", where.getId(), "primary", i == 0);
      places.put(sent(path("/locations"), place).expect(201).text("locationId"), where);
    }
    for (String place : places.keySet()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        Map<String, Object> room =
            Map.of("name", "Room", "capacity", 1 + random.nextInt(2), "virtual", chance(3));
        String path = path("/locations/" + place + "/rooms");
        rooms.put(sent(path, room).expect(201).text("roomId"), place);
      }
    }
  }

  private void addType() {
    Map<String, Object> type = new HashMap<>();
    type.put("slug", "visit-" + UUID.randomUUID());
    type.put("name", "Visit");
    type.put("durationMinutes", any(List.of(15, 20, 30, 45, 60, 90)));
    type.put("bufferBeforeMinutes", chance(3) ? 10 : 0);
    type.put("bufferAfterMinutes", chance(3) ? 5 : 0);
    type.put("consultationMode", chance(2) ? "in_person" : "video");
    if (chance(3)) {
      type.put("locationIds", List.of(any(placeIds())));
    }
    if (chance(3)) {
      type.put("defaultLocationId", any(placeIds()));
    }
    if (chance(2) && !rooms.isEmpty()) {
      type.put("defaultRoomId", any(new ArrayList<>(rooms.keySet())));
    }
    // within the days that are looked at, now and then
    long minutes = Duration.between(Instant.now(), middle()).toMinutes();
    if (chance(4)) {
      type.put("minNoticeMinutes", minutes + 2);
    } else if (chance(4)) {
      type.put("maxFutureDays", minutes / (24 * 60));
    }
    Answer added = sent(path("/appointment-types"), type);
    if (added.status() != 201) {
      type.remove("defaultRoomId");
      type.remove("defaultLocationId");
      added = sent(path("/appointment-types"), type).expect(201);
    }
    String id = added.text("appointmentTypeId");
    types.add(id);
    terms.put(id, type);
  }

  private Instant middle() {
    return from.atTime(12, 0).atZone(places.values().iterator().next()).toInstant();
  }

  /** Whether patients may move a booked visit of this kind, as far as notice goes. */
  boolean asksForNotice(String type) {
    return terms.get(type).containsKey("minNoticeMinutes");
  }

  void deactivate(String type) {
    revise(type, Map.of("active", false));
  }

  void revise(String type, Map<String, Object> with) {
    Map<String, Object> revised = new HashMap<>(terms.get(type));
    revised.putAll(with);
    history.add("revised " + type + " " + with);
    admin.put(path("/appointment-types/" + type), revised).expect(200);
  }

  private void addTemplate() {
    Map<String, Object> template = new HashMap<>();
    LocalTime start = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    template.put("locationId", any(placeIds()));
    template.put("dayOfWeek", from.plusDays(random.nextInt(3)).getDayOfWeek().name());
    template.put("slotDurationMinutes", any(List.of(15, 20, 30)));
    if (chance(2) && !templates.isEmpty()) {
      follow(any(templates), template);
      start = LocalTime.parse((String) template.get("workStart"));
    } else if (chance(2)) {
      String room = rooms.isEmpty() ? null : any(new ArrayList<>(rooms.keySet()));
      if (room != null) {
        template.put("roomId", room);
        template.put("locationId", rooms.get(room));
      }
    }
    LocalTime end = start.plusMinutes(steps(6, 72));
    template.put("workStart", start.toString());
    template.put("workEnd", end.toString());
    template.put("bufferBeforeMinutes", chance(4) ? 5 : 0);
    template.put("bufferAfterMinutes", chance(4) ? 15 : 0);
    template.put("maxParallelSessions", 1 + random.nextInt(2));
    template.put("priority", chance(4) ? 1 : 0);
    if (chance(3)) {
      LocalTime pause = start.plusMinutes(steps(2, 10));
      Map<String, Object> one =
          Map.of("start", pause.toString(), "end", pause.plusMinutes(steps(1, 4)).toString());
      template.put("breaks", List.of(one));
    }
    if (sent(path("/templates"), template).status() != 201) {
      template.remove("breaks");
      sent(path("/templates"), template).expect(201);
    }
    templates.add(template);
  }

  /** Begins where another ends, mostly in its room and steps. */
  private void follow(Map<String, Object> other, Map<String, Object> template) {
    LocalTime ends = LocalTime.parse((String) other.get("workEnd"));
    boolean nextDay = !ends.isAfter(LocalTime.parse((String) other.get("workStart")));
    java.time.DayOfWeek day = java.time.DayOfWeek.valueOf((String) other.get("dayOfWeek"));
    template.put("dayOfWeek", (nextDay ? day.plus(1) : day).name());
    template.put("workStart", ends.toString());
    template.put("locationId", other.get("locationId"));
    if (other.containsKey("roomId") && !chance(4)) {
      template.put("roomId", other.get("roomId"));
    }
    if (!chance(4)) {
      template.put("slotDurationMinutes", other.get("slotDurationMinutes"));
    }
  }

  private void addException() {
    Map<String, Object> exception = stretch("startAt", "endAt");
    boolean opens = chance(2);
    exception.put("status", opens ? "available" : "blocked");
    if (opens && chance(2)) {
      touchHours(exception);
    } else if (chance(2)) {
      exception.put("locationId", any(placeIds()));
    }
    if (chance(3)) {
      exception.put("appointmentTypeId", any(types));
    }
    sent(path("/exceptions"), exception);
  }

  private void touchHours(Map<String, Object> exception) {
    Map<String, Object> hours = any(templates);
    ZoneId zone = places.get((String) hours.get("locationId"));
    LocalDate day = from;
    while (!day.getDayOfWeek().name().equals(hours.get("dayOfWeek"))) {
      day = day.plusDays(1);
    }
    LocalTime ends = LocalTime.parse((String) hours.get("workEnd"));
    boolean nextDay = !ends.isAfter(LocalTime.parse((String) hours.get("workStart")));
    Instant start = (nextDay ? day.plusDays(1) : day).atTime(ends).atZone(zone).toInstant();
    exception.put("startAt", start.toString());
    exception.put("endAt", start.plus(steps(3, 30), MINUTES).toString());
    if (chance(2)) {
      exception.put("locationId", hours.get("locationId"));
    }
  }

  private void addExternalBusyTime() {
    Map<String, Object> entry = stretch("startsAt", "endsAt");
    entry.put("externalId", "one");
    entry.put("status", "busy");
    sent(
        path("/external-busy-times"),
        Map.of(
            "connectionId",
            new UUID(random.nextLong(), random.nextLong()).toString(),
            "source",
            "other",
            "seen",
            List.of(entry)));
  }

  /** Slots in the days looked at, civil ones of each place. */
  Answer slots(Client client, String type, String moved) {
    String move = moved == null ? "" : "&appointmentId=" + moved;
    String path = path("/availability?appointmentTypeId=" + type + "&from=" + from + "&to=" + to);
    admin.get(path); // waits until what the admin did is seen
    return client.get(path + move);
  }

  Map<String, Object> wish(String type, String startsAt, String place) {
    return new HashMap<>(
        Map.of(
            "doctorId",
            doctor,
            "appointmentTypeId",
            type,
            "startsAt",
            startsAt,
            "locationId",
            place));
  }

  Answer book(Client client, JsonNode slot, String patient) {
    Map<String, Object> wish =
        wish(
            slot.path("appointmentTypeId").asString(),
            slot.path("startsAt").asString(),
            slot.path("locationId").asString());
    wish.put("patientId", patient);
    Answer booked = client.post("/api/appointments", wish);
    history.add(booked.status() + " book " + wish);
    return booked;
  }

  /** Any time of the days looked at, as the place counts them; mostly on the grid. */
  Instant anyStart(String place) {
    ZoneId zone = places.get(place);
    Instant begin = from.atStartOfDay(zone).toInstant();
    long minutes = Duration.between(begin, to.plusDays(1).atStartOfDay(zone)).toMinutes();
    long minute = (long) (random.nextDouble() * minutes);
    return begin.plus(chance(8) ? minute : minute - minute % GRID, MINUTES);
  }

  /** Whether a time belongs to the days looked at, as the place counts them. */
  boolean isLookedAt(Instant start, String place) {
    LocalDate day = LocalDate.ofInstant(start, places.get(place));
    return !day.isBefore(from) && !day.isAfter(to);
  }

  String anyPlace() {
    return any(placeIds());
  }

  private List<String> placeIds() {
    return new ArrayList<>(places.keySet());
  }

  private Map<String, Object> stretch(String start, String end) {
    Instant begin = anyStart(anyPlace()).truncatedTo(MINUTES);
    return new HashMap<>(
        Map.of(start, begin.toString(), end, begin.plus(steps(3, 72), MINUTES).toString()));
  }

  private Answer sent(String path, Map<String, Object> body) {
    Answer answer = admin.post(path, body);
    if (answer.status() == 400 || answer.status() >= 500) {
      throw new AssertionError(answer.status() + " " + path + " " + body + ": " + answer.body());
    }
    history.add(answer.status() + " " + path + " " + body + " " + answer.text("code"));
    return answer;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private int steps(int least, int most) {
    return GRID * (least + random.nextInt(most - least + 1));
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
