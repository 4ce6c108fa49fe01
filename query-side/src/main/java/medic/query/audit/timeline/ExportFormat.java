package medic.query.audit.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How an exported entry is written: a line each. */
enum ExportFormat {
  NDJSON("application/x-ndjson", "ndjson") {
    @Override
    String note(String name, String text, JsonMapper json) {
      return json.writeValueAsString(Map.of(name, text));
    }

    @Override
    String line(ExportEntry entry, JsonMapper json) {
      return json.writeValueAsString(entry);
    }
  },
  CSV("text/csv", "csv") {
    @Override
    List<String> head() {
      return List.of(
          "position,eventId,occurredAt,action,eventType,actorType,actorId,channel,"
              + "appointmentId,doctorId,patientId,stream,sequence,details,evidence,note");
    }

    /** In the last column of a row of its own, in base64: a cell without line ends. */
    @Override
    String note(String name, String text, JsonMapper json) {
      String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      return ",".repeat(COLUMNS - 1) + encoded;
    }

    @Override
    String line(ExportEntry entry, JsonMapper json) {
      return row(
          entry.position(),
          entry.eventId(),
          entry.occurredAt(),
          entry.action(),
          entry.eventType(),
          entry.actorType(),
          entry.actorId(),
          entry.channel(),
          entry.appointmentId() == null ? null : entry.appointmentId().value(),
          entry.doctorId() == null ? null : entry.doctorId().value(),
          entry.patientId() == null ? null : entry.patientId().value(),
          entry.stream(),
          entry.sequence(),
          entry.details() == null ? null : json.writeValueAsString(entry.details()),
          entry.evidence() == null ? null : json.writeValueAsString(entry.evidence()),
          null);
    }
  };

  private static final int COLUMNS = 16;
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final String mediaType;
  private final String extension;

  ExportFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  abstract String line(ExportEntry entry, JsonMapper json);

  /** A line that is no entry: the checkpoint, the manifest. */
  abstract String note(String name, String text, JsonMapper json);

  List<String> head() {
    return List.of();
  }

  String mediaType() {
    return mediaType;
  }

  String extension() {
    return extension;
  }

  private static String row(@Nullable Object... cells) {
    return Arrays.stream(cells).map(ExportFormat::cell).collect(Collectors.joining(","));
  }

  /** Quoted, and harmless to a spreadsheet that takes a leading sign for a formula. */
  private static String cell(@Nullable Object value) {
    String text = Objects.toString(value, "");
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
