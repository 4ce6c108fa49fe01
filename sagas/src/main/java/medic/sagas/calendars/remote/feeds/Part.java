package medic.sagas.calendars.remote.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component of a calendar: its lines, what it holds, and where it begins in the text. */
final class Part {

  private final String name;
  private final int line;
  private final Map<String, List<Line>> lines = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private boolean broken;

  Part(String name, int line) {
    this.name = name;
    this.line = line;
  }

  /** A line of it is lost that says when it is. */
  void breaks() {
    broken = true;
  }

  boolean isBroken() {
    return broken;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  void add(String property, Line line) {
    lines.computeIfAbsent(property, key -> new ArrayList<>(1)).add(line);
  }

  void add(Part part) {
    parts.add(part);
  }

  List<Part> parts(String name) {
    return parts.stream().filter(part -> part.name.equals(name)).toList();
  }

  List<Line> all(String property) {
    return lines.getOrDefault(property, List.of());
  }

  boolean has(String property) {
    return lines.containsKey(property);
  }

  @Nullable Line first(String property) {
    List<Line> found = all(property);
    return found.isEmpty() ? null : found.get(0);
  }

  Optional<String> text(String property) {
    return Optional.ofNullable(first(property)).map(Line::value).map(String::strip);
  }

  /** What a property says, in capitals; empty where there is none. */
  String word(String property) {
    Line found = first(property);
    return found == null ? "" : found.word();
  }
}
