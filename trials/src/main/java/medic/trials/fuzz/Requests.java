package medic.trials.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import medic.trials.fuzz.Operation.Parameter;
import org.jspecify.annotations.Nullable;

/** Makes up requests, one after the other, from a seed. */
final class Requests {

  private static final int ODD_BODY_IN = 30;
  private static final int ODD_TYPE_IN = 40;
  private static final int ODD_QUERY_IN = 40;
  private static final int DEEP = 3000;
  private static final int HUGE = 2_000_000;

  private static final List<String> ODD_QUERIES =
      List.of("%", "x=%ff", "%00=1", "unheardOf=1", "a[]=1", "&&==&", "x=" + "y".repeat(7000));

  private static final List<String> ODD_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "multipart/form-data",
          "application/x-www-form-urlencoded",
          "application/json;charset=utf-16",
          "nonsense",
          "");

  private final List<Operation> operations;
  private final People people;
  private final FuzzValues values;
  private final SplittableRandom random;

  Requests(Description description, People people, SplittableRandom random) {
    this.operations =
        description.operations().stream().filter(operation -> !operation.isStream()).toList();
    this.people = people;
    this.values = new FuzzValues(description, people, random.split());
    this.random = random;
  }

  Request next() {
    Operation operation = one(operations);
    return new Request(
        operation, one(people.roles()), target(operation), headers(operation), body(operation));
  }

  private String target(Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      String value = unquoted(values.of(parameter.name(), parameter.schema()));
      if (parameter.in().equals("path")) {
        path = path.replace("{" + parameter.name() + "}", encoded(value));
      } else if (parameter.in().equals("query")
          && (parameter.required() ? !chance(20) : chance(3))) {
        query.add(parameter.name() + "=" + encoded(value));
      }
    }
    if (chance(ODD_QUERY_IN)) {
      query.add(one(ODD_QUERIES));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private List<String> headers(Operation operation) {
    List<String> headers = new ArrayList<>();
    headers.add("Content-Type: " + (chance(ODD_TYPE_IN) ? one(ODD_TYPES) : "application/json"));
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("header") && chance(4)) {
        headers.add(parameter.name() + ": " + printable(values.of("key", parameter.schema())));
      }
    }
    if (chance(20)) {
      headers.add("Medic-Position: " + printable(one(Edges.INTEGERS)));
    }
    return headers;
  }

  private byte @Nullable [] body(Operation operation) {
    if (operation.body().isMissingNode()) {
      return chance(ODD_BODY_IN) ? utf8("{}") : null;
    }
    if (chance(ODD_BODY_IN)) {
      return oddBody();
    }
    return utf8(values.of("body", operation.body()));
  }

  private byte[] oddBody() {
    return switch (random.nextInt(9)) {
      case 0 -> new byte[0];
      case 1 -> utf8("null");
      case 2 -> utf8("{\"a\":");
      case 3 -> utf8("[".repeat(DEEP));
      case 4 -> utf8("{\"a\":".repeat(DEEP));
      case 5 -> utf8("\uFEFF{}");
      case 6 -> new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
      case 7 -> utf8("{\"a\":\"" + "x".repeat(HUGE) + "\"}");
      default -> utf8("1e" + "9".repeat(2000));
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String unquoted(String json) {
    return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String printable(String json) {
    return unquoted(json).replaceAll("[^\\x20-\\x7e]", "?");
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }
}
