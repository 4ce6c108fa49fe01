package medic.trials.fuzz;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the description.
 *
 * @param body the schema of what is sent; missing where nothing is
 * @param statuses what it may be answered with
 */
record Operation(
    String method, String path, List<Parameter> parameters, JsonNode body, Set<Integer> statuses) {

  /**
   * @param in path, query or header
   */
  record Parameter(String name, String in, boolean required, JsonNode schema) {}

  /** Whether it never ends by itself. */
  boolean isStream() {
    return path.endsWith("/stream");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
