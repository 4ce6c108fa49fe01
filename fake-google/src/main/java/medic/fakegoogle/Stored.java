package medic.fakegoogle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An event as it stands, with the version that made it so and the series it was before. */
record Stored(ObjectNode body, long version, List<ObjectNode> earlier) {

  static final String CANCELLED = "cancelled";

  static Stored first(ObjectNode body, long version) {
    return new Stored(body, version, List.of());
  }

  Stored next(ObjectNode changed, long next) {
    List<ObjectNode> before = new ArrayList<>(earlier);
    if (Recurrence.isSeries(body)) {
      before.add(body);
    }
    return new Stored(changed, next, before);
  }

  String id() {
    return body.get("id").asString();
  }

  boolean isCancelled() {
    return isCancelled(body);
  }

  static boolean isCancelled(ObjectNode event) {
    return CANCELLED.equals(event.path("status").asString(""));
  }

  boolean isSeriesEver() {
    return Recurrence.isSeries(body) || !earlier.isEmpty();
  }

  /**
   * The instances within [from, to): those there are, and as cancelled those there were before.
   *
   * @param overridden ids that are stored on their own
   */
  Map<String, ObjectNode> instances(ZoneId zone, Instant from, Instant to, Set<String> overridden) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (ObjectNode before : earlier) {
      Recurrence.instances(before, zone, from, to).forEach((id, was) -> all.put(id, gone(was)));
    }
    if (Recurrence.isSeries(body)) {
      Recurrence.instances(body, zone, from, to)
          .forEach((id, instance) -> all.put(id, isCancelled() ? gone(instance) : instance));
    }
    all.keySet().removeAll(overridden);
    return all;
  }

  /** All that is still told of a cancelled event. */
  static ObjectNode gone(ObjectNode event) {
    ObjectNode gone = JsonNodeFactory.instance.objectNode();
    for (String field : List.of("kind", "etag", "id", "recurringEventId", "originalStartTime")) {
      if (event.has(field)) {
        gone.set(field, event.get(field));
      }
    }
    return gone.put("status", CANCELLED);
  }
}
