package medic.trials.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes up JSON for a schema: mostly right, now and then at an edge or quite wrong. */
final class FuzzValues {

  private static final int EDGE_IN = 6;
  private static final int WRONG_IN = 40;
  private static final int LEFT_OUT_IN = 4;
  private static final int DEEPEST = 6;

  private final Description description;
  private final People people;
  private final SplittableRandom random;

  FuzzValues(Description description, People people, SplittableRandom random) {
    this.description = description;
    this.people = people;
    this.random = random;
  }

  /**
   * @param name of the field or parameter, by which ids that exist are chosen
   */
  String of(String name, JsonNode schema) {
    return of(name, description.resolved(schema), 0);
  }

  private String of(String name, JsonNode schema, int depth) {
    if (chance(WRONG_IN) || depth > DEEPEST) {
      return one(Edges.ANYTHING);
    }
    if (schema.has("enum")) {
      return chance(EDGE_IN) ? one(Edges.TEXTS) : one(texts(schema.path("enum")));
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(name, schema, depth);
      case "integer" -> chance(EDGE_IN) ? one(Edges.INTEGERS) : integer(schema);
      case "number" -> chance(EDGE_IN) ? one(Edges.DECIMALS) : "52.5";
      case "boolean" -> chance(EDGE_IN) ? one(Edges.BOOLEANS) : random.nextBoolean() + "";
      default -> text(name, schema);
    };
  }

  private String text(String name, JsonNode schema) {
    boolean edge = chance(EDGE_IN);
    return switch (schema.path("format").asString("")) {
      case "uuid" -> edge ? one(Edges.IDS) : id(name);
      case "date-time" -> edge ? one(Edges.INSTANTS) : quoted(people.someStart(random));
      case "date" -> edge ? one(Edges.DATES) : quoted("2027-01-0" + (1 + random.nextInt(9)));
      case "time" -> edge ? one(Edges.TIMES) : quoted("%02d:00".formatted(random.nextInt(24)));
      default -> edge ? one(Edges.TEXTS) : word(name, schema);
    };
  }

  private String id(String name) {
    return quoted(
        chance(3)
            ? new UUID(random.nextLong(), random.nextLong()).toString()
            : people.idFor(name, random));
  }

  private String word(String name, JsonNode schema) {
    if (schema.has("example")) {
      return schema.path("example").toString();
    }
    return quoted(
        switch (name) {
          case "timezone", "patientTimezone", "preferredTimezone" -> "Europe/Berlin";
          case "email" -> "fuzz@example.org";
          case "phone" -> "+49 30 1234567";
          case "currency" -> "EUR";
          case "preferredLanguage" -> "de";
          case "slug" -> "visit-" + random.nextInt(1_000_000);
          case "from", "to" -> "2027-01-0" + (1 + random.nextInt(9));
          case "format" -> "ndjson";
          case "start", "workStart" -> "08:00";
          case "end", "workEnd" -> "17:00";
          default -> "fuzz";
        });
  }

  private String integer(JsonNode schema) {
    int least = Math.max(schema.path("minimum").asInt(0), 0);
    return Integer.toString(least + random.nextInt(60));
  }

  private String object(JsonNode schema, int depth) {
    List<String> fields = new ArrayList<>();
    List<String> required = texts(schema.path("required"));
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      boolean wanted =
          required.contains(quoted(field.getKey())) ? !chance(20) : !chance(LEFT_OUT_IN);
      if (wanted) {
        fields.add(
            quoted(field.getKey())
                + ":"
                + of(field.getKey(), description.resolved(field.getValue()), depth + 1));
      }
    }
    if (chance(WRONG_IN)) {
      fields.add("\"unheardOf\":1");
    }
    if (chance(WRONG_IN) && !fields.isEmpty()) {
      fields.add(fields.get(0));
    }
    return "{" + String.join(",", fields) + "}";
  }

  private String array(String name, JsonNode schema, int depth) {
    int size = chance(WRONG_IN) ? 2000 : random.nextInt(4);
    JsonNode element = description.resolved(schema.path("items"));
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(of(name, element, depth + 1));
    }
    return "[" + String.join(",", elements) + "]";
  }

  /** In 3.1, a type may be a list of types. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.path(0).asString("string").equals("null")
          ? type.path(1).asString("string")
          : type.path(0).asString("string");
    }
    return type.asString(schema.has("properties") ? "object" : "string");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::toString).toList();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
