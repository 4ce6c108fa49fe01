package medic.trials.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import medic.trials.fuzz.Operation.Parameter;
import tools.jackson.databind.JsonNode;

/** The API as it describes itself: OpenAPI 3.1, with its references resolved where asked. */
final class Description {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private final JsonNode document;

  Description(JsonNode document) {
    this.document = document;
  }

  /** All operations, in the order of the document. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return operations;
  }

  /** What a reference stands for, or the schema itself. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
  }

  private Operation operation(String path, String method, JsonNode described) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : described.path("parameters")) {
      JsonNode whole = resolved(parameter);
      parameters.add(
          new Parameter(
              whole.path("name").asString(),
              whole.path("in").asString(),
              whole.path("required").asBoolean(false),
              whole.path("schema")));
    }
    Set<Integer> statuses = new TreeSet<>();
    described.path("responses").properties().stream()
        .map(Map.Entry::getKey)
        .filter(status -> !status.equals("default")) // which describes nothing
        .forEach(status -> statuses.add(Integer.parseInt(status)));
    return new Operation(
        method.toUpperCase(Locale.ROOT), path, parameters, body(described), statuses);
  }

  private static JsonNode body(JsonNode described) {
    JsonNode content = described.path("requestBody").path("content");
    return content.properties().stream()
        .findFirst()
        .map(type -> type.getValue().path("schema"))
        .orElse(content.path("schema"));
  }
}
