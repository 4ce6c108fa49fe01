package medic.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medic.availability.oracle.Scenario;
import tools.jackson.databind.JsonNode;

/** One vector in the engine's words. A resource of the vectors is a place here. */
final class VectorCase {

  private final JsonNode vector;
  private final JsonNode inputs;
  private final List<String> places = new ArrayList<>();

  VectorCase(JsonNode vector) {
    this.vector = vector;
    inputs = vector.get("inputs");
    inputs.get("resources").forEach(resource -> places.add(resource.get("id").asString()));
  }

  String title() {
    return vector.get("id").asString() + " " + vector.get("title").asString();
  }

  /** As "place start", ordered as the engine orders. */
  List<String> expected() {
    JsonNode expected = vector.get("expected");
    List<String> starts = new ArrayList<>();
    expected.path("slot_starts_utc").forEach(start -> starts.add(line(places.get(0), start)));
    expected
        .path("slots")
        .forEach(slot -> starts.add(line(slot.get("resource").asString(), slot.get("start"))));
    return starts;
  }

  List<String> starts(List<Slot> slots) {
    return slots.stream().map(slot -> places.get(slot.place()) + " " + slot.startsAt()).toList();
  }

  private static String line(String place, JsonNode start) {
    return place + " " + Json.instant(start);
  }

  Scenario scenario() {
    return new Scenario(
        weekly(),
        openings(),
        closures(),
        booked(),
        Json.spans(inputs.path("external_busy")),
        Map.of(),
        rules(),
        Json.window(inputs.get("window")),
        now());
  }

  private Instant now() {
    return Json.instant(inputs.get("now"));
  }

  private List<WeeklyHours> weekly() {
    List<WeeklyHours> hours = new ArrayList<>();
    for (JsonNode resource : inputs.get("resources")) {
      resource.path("weekly").forEach(weekly -> hours.add(hours(resource, weekly)));
    }
    return hours;
  }

  private WeeklyHours hours(JsonNode resource, JsonNode weekly) {
    JsonNode type = inputs.get("appointment_type");
    int duration = type.get("duration_minutes").asInt();
    return new WeeklyHours(
        place(resource.get("id")),
        WeeklyHours.NO_ROOM,
        zone(resource),
        DayOfWeek.of(weekly.get("day_of_week").asInt()),
        Json.time(weekly.get("work_start")),
        Json.time(weekly.get("work_end")),
        Json.breaks(weekly.path("breaks")),
        type.path("slot_step_minutes").asInt(duration),
        Json.buffers(weekly),
        resource.path("max_parallel").asInt(1),
        weekly.path("priority").asInt(0));
  }

  private List<Opening> openings() {
    List<Opening> openings = new ArrayList<>();
    for (JsonNode exception : exceptions("available")) {
      int place = Math.max(0, placeOf(exception));
      ZoneId zone = zone(inputs.get("resources").get(place));
      openings.add(new Opening(place, WeeklyHours.NO_ROOM, zone, Json.span(exception)));
    }
    return openings;
  }

  private List<Closure> closures() {
    return exceptions("blocked").stream()
        .map(exception -> new Closure(placeOf(exception), Json.span(exception)))
        .toList();
  }

  private List<JsonNode> exceptions(String status) {
    List<JsonNode> exceptions = new ArrayList<>();
    for (JsonNode exception : inputs.path("exceptions")) {
      if (exception.get("status").asString().equals(status)) {
        exceptions.add(exception);
      }
    }
    return exceptions;
  }

  private List<Interval> booked() {
    List<Interval> booked = new ArrayList<>();
    for (JsonNode booking : inputs.path("booked")) {
      booked.add(Json.buffers(booking).around(Json.span(booking)));
    }
    return booked;
  }

  private VisitRules rules() {
    JsonNode type = inputs.get("appointment_type");
    JsonNode horizon = type.path("max_future_days");
    return new VisitRules(
        type.get("duration_minutes").asInt(),
        Json.buffers(type),
        type.path("min_notice_minutes").asInt(0),
        horizon.isNumber() ? horizon.asInt() : null,
        Set.of(),
        WeeklyHours.NO_ROOM,
        0);
  }

  private int placeOf(JsonNode exception) {
    return exception.has("at") ? place(exception.get("at")) : Closure.ANYWHERE;
  }

  private int place(JsonNode id) {
    return places.indexOf(id.asString());
  }

  private static ZoneId zone(JsonNode resource) {
    return ZoneId.of(resource.get("time_zone").asString());
  }
}
