package medic.fakegoogle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The instances of a recurring event, each with the id that Google gives it. */
final class Recurrence {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Duration MAX_EVENT_LENGTH = Duration.ofDays(31);
  private static final Duration WITHOUT_BOUND = Duration.ofDays(730);

  private Recurrence() {}

  static boolean isSeries(ObjectNode event) {
    return event.path("recurrence").size() > 0;
  }

  /** The instances that overlap [from, to), by id and in the order of their start. */
  static Map<String, ObjectNode> instances(
      ObjectNode series, ZoneId calendar, Instant from, Instant to) {
    ZonedDateTime first = EventTimes.zoned(series.get("start"), calendar);
    Duration length = Duration.between(first, EventTimes.zoned(series.get("end"), calendar));
    ZonedDateTime until =
        Instant.MAX.equals(to) ? first.plus(WITHOUT_BOUND) : to.atZone(first.getZone());
    ZonedDateTime since =
        Instant.MIN.equals(from) ? first : from.minus(MAX_EVENT_LENGTH).atZone(first.getZone());
    Set<String> skipped = new HashSet<>();
    Map<String, ObjectNode> instances = new LinkedHashMap<>();
    for (JsonNode line : series.get("recurrence")) {
      String text = line.asString();
      if (text.startsWith("EXDATE")) {
        skipped.addAll(Set.of(text.substring(text.indexOf(':') + 1).split(",")));
      } else if (text.startsWith("RRULE:")) {
        Recur<ZonedDateTime> rule = new Recur<>(text.substring("RRULE:".length()));
        for (ZonedDateTime start : rule.getDates(first, since, until)) {
          ZonedDateTime end = ends(series, start, length);
          if (start.toInstant().isBefore(to) && end.toInstant().isAfter(from)) {
            ObjectNode instance = instance(series, start, end);
            instances.put(instance.get("id").asString(), instance);
          }
        }
      }
    }
    String id = series.get("id").asString();
    skipped.forEach(stamp -> instances.remove(id + "_" + stamp));
    return instances;
  }

  /** Days, not hours, for all-day events: a day may have 23. */
  private static ZonedDateTime ends(ObjectNode series, ZonedDateTime start, Duration length) {
    if (EventTimes.isAllDay(series.get("start"))) {
      LocalDate first = LocalDate.parse(series.get("start").get("date").asString());
      LocalDate end = LocalDate.parse(series.get("end").get("date").asString());
      return start.plusDays(end.toEpochDay() - first.toEpochDay());
    }
    return start.plus(length);
  }

  private static ObjectNode instance(ObjectNode series, ZonedDateTime start, ZonedDateTime end) {
    ObjectNode instance = series.deepCopy();
    instance.remove("recurrence");
    String id = series.get("id").asString();
    JsonNode form = series.get("start");
    String stamp =
        EventTimes.isAllDay(form)
            ? start.format(DateTimeFormatter.BASIC_ISO_DATE).substring(0, 8)
            : UTC.format(start);
    instance.put("id", id + "_" + stamp);
    instance.put("recurringEventId", id);
    instance.set("originalStartTime", EventTimes.like(form, start));
    instance.set("start", EventTimes.like(form, start));
    instance.set("end", EventTimes.like(series.get("end"), end));
    return instance;
  }
}
