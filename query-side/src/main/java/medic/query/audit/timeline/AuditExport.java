package medic.query.audit.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import medic.log.export.SealingWriter;
import medic.log.export.StreamFilter;
import medic.log.store.LogEntry;
import medic.log.store.LogReader.Head;
import medic.query.audit.proofs.LogQuestions;
import medic.query.audit.proofs.SignedTreeHeads;
import medic.query.personal.SealedData;
import medic.query.processing.CatchingUp;
import medic.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes any length of the log, holding a page of it at a time, with all that is needed to verify
 * it: a checkpoint first, each entry's leaf and proof, a signed manifest last. Without a filter it
 * is the log itself, every event in the order of its leaves; else the timeline's entries.
 */
@Component
class AuditExport {

  private static final int PAGE = 1_000;

  private final Questions questions;
  private final TimelineQueries timeline;
  private final SignedTreeHeads heads;
  private final LogQuestions log;
  private final CatchingUp catchingUp;
  private final JsonMapper json;

  AuditExport(
      Questions questions,
      TimelineQueries timeline,
      SignedTreeHeads heads,
      LogQuestions log,
      CatchingUp catchingUp,
      SealedData personal) {
    this.questions = questions;
    this.timeline = timeline;
    this.heads = heads;
    this.log = log;
    this.catchingUp = catchingUp;
    this.json = personal.json();
  }

  void write(AuditFilter filter, ExportFormat format, OutputStream out) throws IOException {
    Optional<Head> head = heads.fresh();
    if (head.isPresent() && !filter.isEmpty()) {
      awaitTimeline(head.get());
    }
    SealingWriter to = new SealingWriter(out);
    for (String line : format.head()) {
      to.line(line);
    }
    if (head.isEmpty()) {
      writeUnproven(filter, format, to);
      return;
    }
    to.line(format.note("checkpoint", head.get().note(), json));
    if (filter.isEmpty()) {
      writeWhole(head.get(), format, to);
    } else {
      writeFiltered(filter, head.get(), format, to);
    }
    if (heads.signer().isPresent()) {
      long size = head.get().size();
      String manifest =
          to.manifest(
              filter.text(), size, eventsAskedFor(filter, size), heads.signer().orElseThrow());
      to.line(format.note("manifest", manifest, json));
    }
  }

  /** An entry that the head covers must not be left out because the timeline is behind. */
  private void awaitTimeline(Head head) {
    List<LogEntry> last =
        log.ask((reader, connection) -> reader.range(head.size() - 1, head.size()));
    for (LogEntry leaf : last) {
      catchingUp.await(leaf.position(), TimelineProjection.GROUP);
    }
  }

  /** From the log itself: the timeline's rows can be taken away, the log's cannot. */
  private long eventsAskedFor(AuditFilter filter, long size) {
    String stream = StreamFilter.streamOf(filter.text());
    return stream.isEmpty() ? 0 : log.ask((reader, connection) -> reader.eventsOf(stream, size));
  }

  private void writeWhole(Head head, ExportFormat format, SealingWriter to) throws IOException {
    for (long from = 0; from < head.size(); from += PAGE) {
      write(leaves(from, Math.min(from + PAGE, head.size()), head), format, to);
    }
  }

  private List<ExportEntry> leaves(long from, long until, Head head) {
    return log.ask(
        (reader, connection) -> {
          List<LogEntry> leaves = reader.range(from, until);
          List<AuditEventView> told =
              timeline.at(connection, leaves.stream().map(LogEntry::position).toList());
          return new LogLines(reader, head, json).ofLeaves(leaves, told);
        });
  }

  private void writeFiltered(AuditFilter filter, Head head, ExportFormat format, SealingWriter to)
      throws IOException {
    @Nullable String cursor = null;
    do {
      AuditEventsView page = page(filter, cursor);
      write(
          log.ask((reader, connection) -> new LogLines(reader, head, json).ofEntries(page.items())),
          format,
          to);
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  /** Where nothing is logged, as with an Axon Server. */
  private void writeUnproven(AuditFilter filter, ExportFormat format, SealingWriter to)
      throws IOException {
    @Nullable String cursor = null;
    do {
      AuditEventsView page = page(filter, cursor);
      write(page.items().stream().map(entry -> ExportEntry.told(entry, null)).toList(), format, to);
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  private AuditEventsView page(AuditFilter filter, @Nullable String cursor) {
    return questions.ask(new FindAuditEvents(filter, PAGE, cursor), AuditEventsView.class);
  }

  private void write(List<ExportEntry> entries, ExportFormat format, SealingWriter to)
      throws IOException {
    for (ExportEntry entry : entries) {
      to.entry(format.line(entry, json));
    }
  }
}
