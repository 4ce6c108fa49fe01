package medic.availability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the shapes that vectors and bench inputs have in common. */
public final class Json {

  public static JsonNode resource(String name) {
    try (InputStream in = Json.class.getResourceAsStream("/medic/availability/" + name)) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Interval span(JsonNode node) {
    return Interval.of(instant(node.get("start_at")), instant(node.get("end_at")));
  }

  public static List<Interval> spans(JsonNode nodes) {
    List<Interval> spans = new ArrayList<>();
    nodes.forEach(node -> spans.add(span(node)));
    return spans;
  }

  public static List<Break> breaks(JsonNode nodes) {
    List<Break> breaks = new ArrayList<>();
    nodes.forEach(node -> breaks.add(new Break(time(node.get("start")), time(node.get("end")))));
    return breaks;
  }

  public static Interval window(JsonNode node) {
    return Interval.of(instant(node.get("from")), instant(node.get("to")));
  }

  public static Buffers buffers(JsonNode node) {
    return new Buffers(
        node.path("buffer_before_minutes").asInt(0), node.path("buffer_after_minutes").asInt(0));
  }

  public static Instant instant(JsonNode node) {
    return Instant.parse(node.asString());
  }

  public static LocalTime time(JsonNode node) {
    return LocalTime.parse(node.asString());
  }

  private Json() {}
}
