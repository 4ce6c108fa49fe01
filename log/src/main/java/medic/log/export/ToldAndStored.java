package medic.log.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import medic.log.event.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What an entry tells of an event, against what was stored of it. */
final class ToldAndStored {

  private final JsonNode entry;
  private final List<String> differing = new ArrayList<>();

  private ToldAndStored(JsonNode entry) {
    this.entry = entry;
  }

  /** The fields of the entry that do not say what was stored. */
  static List<String> differing(JsonNode entry, StoredEvent event) {
    ToldAndStored compared = new ToldAndStored(entry);
    compared.compare(event);
    return compared.differing;
  }

  private void compare(StoredEvent event) {
    expect("position", Long.toString(event.position()));
    expect("eventId", event.eventId());
    expect("occurredAt", instant(event.time()), instant(told("occurredAt")));
    expect("eventType", simpleName(event.payloadType()));
    expect("stream", event.stream());
    expect("sequence", Long.toString(event.sequence()));
    JsonNode metaData = parse(event.metaData());
    for (String field : new String[] {"actorType", "actorId", "channel"}) {
      expect(field, metaData.path(field).asString(""));
    }
    JsonNode payload = parse(event.payload());
    if (!isSame(payload, entry.path("details"))) {
      differing.add("details");
    }
    for (String field : new String[] {"appointmentId", "doctorId", "patientId"}) {
      String stored = payload.path(field).asString("");
      if (!told(field).isEmpty() && !stored.isEmpty()) {
        expect(field, stored);
      }
    }
  }

  /** What was stored and is no JSON cannot be told: the entry says nothing then, or null. */
  private static boolean isSame(JsonNode stored, JsonNode told) {
    return stored.equals(told) || stored.isMissingNode() && told.isNull();
  }

  private String told(String field) {
    return entry.path(field).asString("");
  }

  private void expect(String field, String stored) {
    expect(field, stored, told(field));
  }

  private void expect(String field, String stored, String told) {
    if (!stored.equals(told)) {
      differing.add(field);
    }
  }

  /**
   * In one form: the store writes milliseconds always, the entry only where there are any. What is
   * in no calendar cannot be told.
   */
  private static String instant(String text) {
    try {
      return Instant.parse(text).toString();
    } catch (DateTimeParseException none) {
      return "";
    }
  }

  static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  private static JsonNode parse(byte @Nullable [] json) {
    try {
      return json == null
          ? MissingNode.getInstance()
          : LineFormat.JSON.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }
}
