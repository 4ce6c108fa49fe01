package medic.app.journey;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a server's {@code /v3/api-docs} says. */
record Description(JsonNode root) {

  static Description of(TestServer server) {
    return new Description(server.anonymous().get("/v3/api-docs").expect(200).body());
  }

  JsonNode operation(String method, String path) {
    return root.path("paths").path(path).path(method.toLowerCase());
  }

  /** The statuses that an operation declares, in order. */
  Set<String> statuses(String method, String path) {
    return new TreeSet<>(operation(method, path).path("responses").propertyNames());
  }

  boolean isOpen(String method, String path) {
    return operation(method, path).has("security");
  }
}
