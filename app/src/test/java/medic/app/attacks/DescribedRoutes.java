package medic.app.attacks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import tools.jackson.databind.JsonNode;

/** What the server says that can be asked of it. */
record DescribedRoutes(List<Route> all) {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /** Ids that are somebody's in no practice, and some that are no ids at all. */
  static final List<String> NOBODYS =
      List.of(
          "00000000-0000-0000-0000-000000000000",
          "00000000-0000-0000-0000-000000000001",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF",
          "1-1-1-1-1",
          UUID.nameUUIDFromBytes(new byte[] {7}).toString(),
          "null",
          "%2e%2e",
          "%27%20or%201=1--",
          "%c3%bc%f0%9f%98%80",
          "%ff",
          "x".repeat(300));

  /** A method and a path with variables, and what is said of it. */
  record Route(String method, String path, JsonNode operation) {

    boolean isRead() {
      return method.equals("GET");
    }

    boolean isOpen() {
      return operation.has("security");
    }

    boolean hasVariables() {
      return path.contains("{");
    }

    /** Does not end by itself. */
    boolean isStream() {
      return path.endsWith("/stream");
    }

    Set<String> statuses() {
      return new TreeSet<>(operation.path("responses").propertyNames());
    }

    String filled(UnaryOperator<String> value) {
      Matcher variables = VARIABLE.matcher(path);
      return variables.replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    Answer ask(Client who, UnaryOperator<String> value) {
      return who.send(method, filled(value), isRead() ? null : java.util.Map.of());
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static DescribedRoutes of(Client client) {
    JsonNode paths = client.get("/v3/api-docs").expect(200).body().path("paths");
    return new DescribedRoutes(
        paths.propertyNames().stream().flatMap(path -> routes(path, paths.path(path))).toList());
  }

  private static Stream<Route> routes(String path, JsonNode item) {
    return item.propertyNames().stream()
        .map(
            method ->
                new Route(method.toUpperCase(java.util.Locale.ROOT), path, item.path(method)));
  }

  /** All that end, but for the one that ends the caller's token. */
  Stream<Route> askable() {
    return all.stream()
        .filter(route -> !route.isStream() && !route.path().equals("/api/auth/sign-out"));
  }

  Stream<Route> reads() {
    return askable().filter(Route::isRead);
  }
}
