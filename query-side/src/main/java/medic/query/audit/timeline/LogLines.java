package medic.query.audit.timeline;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import medic.log.event.StoredEvent;
import medic.log.export.Evidence;
import medic.log.store.LogEntry;
import medic.log.store.LogReader;
import medic.log.store.LogReader.Head;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the timeline tells of events, what is stored of them, where it is logged. */
final class LogLines {

  /** By then every event is logged, however late it was committed. */
  private static final Duration SURELY_LOGGED = Duration.ofMinutes(2);

  private final LogReader log;
  private final Head head;
  private final JsonMapper json;

  LogLines(LogReader log, Head head, JsonMapper json) {
    this.log = log;
    this.head = head;
    this.json = json;
  }

  /** Of entries, those that the head covers, and those that it should. */
  List<ExportEntry> ofEntries(List<AuditEventView> entries) throws SQLException {
    Map<Long, LogEntry> logged =
        log.at(entries.stream().map(AuditEventView::position).toList()).stream()
            .collect(Collectors.toMap(LogEntry::position, Function.identity()));
    List<ExportEntry> lines = new ArrayList<>();
    for (AuditEventView entry : entries) {
      LogEntry leaf = logged.get(entry.position());
      if (leaf != null && leaf.index() < head.size()) {
        lines.add(line(leaf, entry));
      } else if (leaf == null && shouldBeLogged(entry)) {
        lines.add(ExportEntry.told(entry, null));
      }
    }
    return lines;
  }

  private boolean shouldBeLogged(AuditEventView entry) {
    return entry.occurredAt().isBefore(head.signedAt().minus(SURELY_LOGGED));
  }

  /** Of leaves, whatever the timeline makes of them: every event has one. */
  List<ExportEntry> ofLeaves(List<LogEntry> leaves, List<AuditEventView> told) {
    Map<Long, AuditEventView> byPosition =
        told.stream().collect(Collectors.toMap(AuditEventView::position, Function.identity()));
    return leaves.stream().map(leaf -> line(leaf, byPosition.get(leaf.position()))).toList();
  }

  private ExportEntry line(LogEntry leaf, @Nullable AuditEventView told) {
    Evidence evidence = Evidence.of(leaf, log.inclusion(leaf.index(), head.size()));
    StoredEvent event = leaf.event();
    if (event != null) {
      return ExportEntry.stored(event, told, evidence, json);
    }
    return told == null
        ? ExportEntry.gone(leaf.position(), evidence)
        : ExportEntry.told(told, evidence);
  }
}
