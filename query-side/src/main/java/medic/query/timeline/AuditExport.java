package medic.query.timeline;

import java.io.PrintWriter;
import medic.query.Questions;
import medic.query.SealedData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes any length of the log, holding a page of it at a time. */
@Component
class AuditExport {

  private static final int PAGE = 1_000;

  private final Questions questions;
  private final JsonMapper json;

  AuditExport(Questions questions, SealedData personal) {
    this.questions = questions;
    this.json = personal.json();
  }

  void write(AuditFilter filter, ExportFormat format, PrintWriter to) {
    format.head().forEach(line -> line(to, line));
    @Nullable String cursor = null;
    do {
      AuditEventsView page =
          questions.ask(new FindAuditEvents(filter, PAGE, cursor), AuditEventsView.class);
      page.items().forEach(entry -> line(to, format.line(entry, json)));
      cursor = to.checkError() ? null : page.nextCursor();
    } while (cursor != null);
  }

  private static void line(PrintWriter to, String text) {
    to.print(text);
    to.print('\n');
  }
}
