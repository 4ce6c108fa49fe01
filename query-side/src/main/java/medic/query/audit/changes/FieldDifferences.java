package medic.query.audit.changes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields in which two documents differ, by path, in the documents' order. */
public final class FieldDifferences {

  /** A field on both sides; null nodes where there is none. */
  public record Sides(JsonNode before, JsonNode after) {}

  /** Follows from the other fields, and tells nobody what changed. */
  private static final String VERSION = "version";

  private static final JsonNode NOTHING = JsonNodeFactory.instance.nullNode();

  private final Map<String, Sides> found = new LinkedHashMap<>();

  private FieldDifferences() {}

  public static Map<String, Sides> between(JsonNode before, JsonNode after) {
    FieldDifferences differences = new FieldDifferences();
    differences.compareFields("", before, after);
    return differences.found;
  }

  private void compare(String field, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      compareFields(field + ".", before, after);
    } else if (isListById(before) && isListById(after)) {
      compareFields(field + ".", byId(before), byId(after));
    } else {
      found.put(field, new Sides(before, after));
    }
  }

  private void compareFields(String prefix, JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>(before.propertyNames());
    names.addAll(after.propertyNames());
    names.remove(VERSION);
    names.forEach(name -> compare(prefix + name, field(before, name), field(after, name)));
  }

  private static JsonNode field(JsonNode of, String name) {
    JsonNode value = of.get(name);
    return value == null ? NOTHING : value;
  }

  /** Whether each member begins with its id, as the views of a schedule do. */
  private static boolean isListById(JsonNode node) {
    return node.isArray() && node.valueStream().allMatch(member -> !idOf(member).isEmpty());
  }

  private static ObjectNode byId(JsonNode list) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    list.forEach(member -> members.set(idOf(member), member));
    return members;
  }

  private static String idOf(JsonNode member) {
    return member
        .propertyStream()
        .findFirst()
        .filter(first -> first.getKey().endsWith("Id"))
        .map(first -> first.getValue().asString(""))
        .orElse("");
  }
}
