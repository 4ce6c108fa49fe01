package medic.log.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a line as an object: {@code checkpoint}, {@code manifest} or an entry's fields. */
sealed interface LineFormat {

  JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @throws IllegalArgumentException when the line cannot be read
   */
  JsonNode read(String line);

  /** Whether the first line names the columns. */
  default boolean hasColumns() {
    return false;
  }

  /** By the first line; a CSV's first line is its columns. */
  static LineFormat of(String first) {
    return first.startsWith("{") ? new Ndjson() : new Csv(CsvLine.cells(first));
  }

  /** Objects, a line each. */
  record Ndjson() implements LineFormat {
    @Override
    public JsonNode read(String line) {
      return parse(line);
    }
  }

  /** Rows of cells; notes stand in the last column, in base64, in rows of their own. */
  final class Csv implements LineFormat {

    private static final String EVIDENCE = "evidence";
    private static final String DETAILS = "details";

    private final List<String> columns;
    private boolean checkpointRead;

    Csv(List<String> columns) {
      this.columns = List.copyOf(columns);
    }

    @Override
    public boolean hasColumns() {
      return true;
    }

    @Override
    public JsonNode read(String line) {
      List<String> cells = CsvLine.cells(line);
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException("a row of " + cells.size() + " cells");
      }
      String note = cells.get(columns.size() - 1);
      return note.isEmpty() ? entry(cells) : note(note);
    }

    private JsonNode note(String base64) {
      String name = checkpointRead ? "manifest" : "checkpoint";
      checkpointRead = true;
      String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      return JSON.createObjectNode().put(name, text);
    }

    private JsonNode entry(List<String> cells) {
      ObjectNode entry = JSON.createObjectNode();
      for (int i = 0; i < columns.size() - 1; i++) {
        String column = columns.get(i);
        if (column.equals(EVIDENCE) || column.equals(DETAILS)) {
          if (!cells.get(i).isEmpty()) {
            entry.set(column, parse(cells.get(i)));
          }
        } else {
          entry.put(column, cells.get(i));
        }
      }
      return entry;
    }
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException("not JSON");
    }
  }
}
