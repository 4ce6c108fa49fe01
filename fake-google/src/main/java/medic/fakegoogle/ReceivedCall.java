package medic.fakegoogle;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request, read once. */
final class ReceivedCall {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpExchange exchange;
  private final String method;
  private final List<String> path;
  private final Map<String, String> query;
  private final byte[] body;

  ReceivedCall(HttpExchange exchange) {
    this.exchange = exchange;
    String override = exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override");
    this.method = override == null ? exchange.getRequestMethod() : override;
    this.path =
        Stream.of(exchange.getRequestURI().getRawPath().split("/"))
            .filter(part -> !part.isEmpty())
            .map(ReceivedCall::decoded)
            .toList();
    this.query = form(exchange.getRequestURI().getRawQuery());
    this.body = body(exchange);
  }

  private static byte[] body(HttpExchange exchange) {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (var in =
        zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String method() {
    return method;
  }

  List<String> path() {
    return path;
  }

  /** Does the path begin like this? A {@code *} stands for any one part. */
  boolean under(String... parts) {
    if (path.size() < parts.length) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].equals("*") && !parts[i].equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean is(String wanted, String... parts) {
    return method.equals(wanted) && path.size() == parts.length && under(parts);
  }

  Map<String, String> query() {
    return query;
  }

  @Nullable String header(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  Map<String, String> formBody() {
    return form(new String(body, StandardCharsets.UTF_8));
  }

  ObjectNode jsonBody() {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode read = JSON.readTree(body);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (RuntimeException malformed) {
      throw ApiError.badRequest("parseError", "Parse Error");
    }
    throw ApiError.badRequest("parseError", "Parse Error");
  }

  private static Map<String, String> form(@Nullable String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (text != null && !text.isEmpty()) {
      for (String pair : text.split("&")) {
        String[] parts = pair.split("=", 2);
        fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
