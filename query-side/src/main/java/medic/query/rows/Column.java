package medic.query.rows;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column and its PostgreSQL type. A value of an array's column is a collection; many of them
 * travel as texts, for PostgreSQL takes no array of arrays apart.
 */
public record Column(String name, String type) {

  boolean isArray() {
    return type.endsWith("[]");
  }

  String elementType() {
    return isArray() ? "text" : type;
  }

  /** As a statement is given it. */
  public @Nullable Object sent(@Nullable Object value) {
    return value instanceof Collection<?> elements ? literal(elements) : value;
  }

  private static String literal(Collection<?> elements) {
    return elements.stream()
        .map(element -> '"' + escaped(element.toString()) + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
