package medic.app.practicefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a practice file: its fields, and where it stands, for messages. */
final class PracticeEntry {

  private final String path;
  private final Map<String, Object> fields;

  PracticeEntry(String path, @Nullable Object value) {
    this.path = path;
    this.fields = new LinkedHashMap<>();
    if (!(value instanceof Map<?, ?> map)) {
      throw new LoadException(path, "must have fields");
    }
    map.forEach((key, field) -> fields.put(String.valueOf(key), field));
  }

  /** Takes a list of parts out; empty where there is none. */
  List<PracticeEntry> takeAll(String name) {
    Object value = fields.remove(name);
    List<PracticeEntry> entries = new ArrayList<>();
    if (value != null) {
      int index = 0;
      for (Object item : list(name, value)) {
        entries.add(new PracticeEntry(path + "." + name + "[" + index++ + "]", item));
      }
    }
    return entries;
  }

  /** Takes a list of texts out; empty where there is none. */
  List<String> takeTexts(String name) {
    Object value = fields.remove(name);
    return value == null ? List.of() : list(name, value).stream().map(String::valueOf).toList();
  }

  @Nullable String take(String name) {
    Object value = fields.remove(name);
    return value == null ? null : String.valueOf(value);
  }

  String need(String name) {
    Object value = fields.get(name);
    if (value == null || String.valueOf(value).isBlank()) {
      throw new LoadException(path + "." + name, "must be given");
    }
    return String.valueOf(value);
  }

  @Nullable PracticeEntry takeOne(String name) {
    Object value = fields.remove(name);
    return value == null ? null : new PracticeEntry(path + "." + name, value);
  }

  void put(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /** The same part with one field more. */
  PracticeEntry with(String name, Object value) {
    PracticeEntry copy = new PracticeEntry(path, fields);
    copy.fields.put(name, value);
    return copy;
  }

  /** Everything has been taken that is known here. */
  void mustBeEmpty() {
    if (!fields.isEmpty()) {
      throw new LoadException(path + "." + fields.keySet().iterator().next(), "is not known here");
    }
  }

  Map<String, Object> fields() {
    return fields;
  }

  String path() {
    return path;
  }

  private List<?> list(String name, Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new LoadException(path + "." + name, "must be a list");
  }
}
