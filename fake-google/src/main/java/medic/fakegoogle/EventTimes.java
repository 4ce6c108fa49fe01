package medic.fakegoogle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event's start or end as Google writes it: a {@code dateTime}, or for all day a {@code date} in
 * the calendar's zone.
 */
final class EventTimes {

  private EventTimes() {}

  static boolean isAllDay(JsonNode time) {
    return time.hasNonNull("date");
  }

  static Instant instant(JsonNode time, ZoneId calendar) {
    return zoned(time, calendar).toInstant();
  }

  static ZonedDateTime zoned(JsonNode time, ZoneId calendar) {
    try {
      if (isAllDay(time)) {
        return LocalDate.parse(time.get("date").asString()).atStartOfDay(calendar);
      }
      String text = time.path("dateTime").asString("");
      ZoneId zone =
          time.hasNonNull("timeZone") ? ZoneId.of(time.get("timeZone").asString()) : calendar;
      return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
          ? OffsetDateTime.parse(text).atZoneSameInstant(zone)
          : LocalDateTime.parse(text).atZone(zone);
    } catch (DateTimeException malformed) {
      throw ApiError.badRequest("invalid", "Invalid time");
    }
  }

  /** The same instant or date in the form that this time has. */
  static ObjectNode like(JsonNode form, ZonedDateTime at) {
    ObjectNode time = JsonNodeFactory.instance.objectNode();
    if (isAllDay(form)) {
      return time.put("date", at.toLocalDate().toString());
    }
    time.put("dateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
    if (form.hasNonNull("timeZone")) {
      time.put("timeZone", form.get("timeZone").asString());
    }
    return time;
  }

  /** Refuses an event that has no start, no end, or ends before it starts. */
  static void verify(ObjectNode event, ZoneId calendar) {
    JsonNode start = event.path("start");
    JsonNode end = event.path("end");
    if (!isTime(start) || !isTime(end)) {
      throw ApiError.badRequest("required", "Missing start or end time.");
    }
    if (isAllDay(start) != isAllDay(end)) {
      throw ApiError.badRequest(
          "invalid", "Start and end times must either both be date or both be dateTime.");
    }
    if (instant(end, calendar).isBefore(instant(start, calendar))) {
      throw ApiError.badRequest("timeRangeEmpty", "The specified time range is empty.");
    }
  }

  private static boolean isTime(JsonNode time) {
    return time.hasNonNull("date") != time.hasNonNull("dateTime");
  }
}
