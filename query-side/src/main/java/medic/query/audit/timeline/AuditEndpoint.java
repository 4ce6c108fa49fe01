package medic.query.audit.timeline;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.http.Access;
import medic.http.AccessLog;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Cursor;
import medic.http.Role;
import medic.query.audit.actions.AuditActionType;
import medic.query.processing.ReadModel;
import medic.query.web.PageSize;
import medic.query.web.Questions;
import medic.query.web.TimeBound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit/events} and {@code GET /api/audit/export?format=ndjson|csv}. */
@RestController
@ReadModel(TimelineProjection.GROUP)
class AuditEndpoint {

  /** An export keeps a thread for as long as its reader takes. */
  private static final int EXPORTS_AT_A_TIME = 4;

  private static final Duration EXPORT_LATER = Duration.ofSeconds(30);

  private final Semaphore exports = new Semaphore(EXPORTS_AT_A_TIME);
  private final Questions questions;
  private final AuditExport export;
  private final AccessLog accessLog;

  AuditEndpoint(Questions questions, AuditExport export, AccessLog accessLog) {
    this.questions = questions;
    this.export = export;
    this.accessLog = accessLog;
  }

  /** The filter's parameters. */
  record Filter(
      @Nullable AppointmentId appointmentId,
      @Nullable DoctorId doctorId,
      @Nullable PatientId patientId,
      @Nullable String actorId,
      @Nullable String action,
      @Nullable String from,
      @Nullable String to) {

    AuditFilter parsed() {
      TimeBound first = TimeBound.parse("from", from);
      TimeBound last = TimeBound.parse("to", to);
      Instant since = first == null ? null : first.startIn(ZoneOffset.UTC);
      Instant until = last == null ? null : last.endIn(ZoneOffset.UTC);
      mustBeKnown(action);
      return new AuditFilter(appointmentId, doctorId, patientId, actorId, action, since, until);
    }

    /** A slip of the pen would else read as if nothing of the kind had happened. */
    private static void mustBeKnown(@Nullable String action) {
      if (action != null && AuditActionType.named(action).isEmpty()) {
        throw ApiException.badField("action", "INVALID_VALUE", "is no action of the log");
      }
    }
  }

  @GetMapping("/api/audit/events")
  @Access({Role.ADMIN, Role.AUDITOR})
  AuditEventsView events(
      Filter filter,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor,
      Caller caller) {
    Cursor.decodeNumber(cursor);
    AuditFilter parsed = filter.parsed();
    AuditEventsView page =
        questions.ask(
            new FindAuditEvents(parsed, PageSize.of(limit), cursor), AuditEventsView.class);
    accessLog.logRead(caller, onRecord(parsed), page.patients());
    return page;
  }

  @GetMapping("/api/audit/export")
  @Access({Role.ADMIN, Role.AUDITOR})
  void export(
      Filter filter,
      @RequestParam(defaultValue = "ndjson") String format,
      Caller caller,
      HttpServletResponse response)
      throws IOException {
    ExportFormat asked = parse(format);
    AuditFilter parsed = filter.parsed();
    if (!exports.tryAcquire()) {
      throw ApiException.tooMany(
          "TOO_MANY_EXPORTS", "Others export at the moment: try again.", EXPORT_LATER);
    }
    try {
      accessLog.logExported(caller, onRecord(parsed), asked.extension(), parsed.patientId());
      response.setContentType(asked.mediaType());
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"audit." + asked.extension() + "\"");
      export.write(parsed, asked, response.getOutputStream());
    } finally {
      exports.release();
    }
  }

  /** Words are told only where the log has them already: else they might be a patient's name. */
  private String onRecord(AuditFilter filter) {
    boolean isInLog =
        !filter.hasWords()
            || !questions
                .ask(new FindAuditEvents(filter, 1, null), AuditEventsView.class)
                .items()
                .isEmpty();
    return isInLog ? filter.text() : filter.withoutWords().text();
  }

  private static ExportFormat parse(String format) {
    try {
      return ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw ApiException.badField("format", "UNKNOWN_VALUE", "Ask for ndjson or csv.");
    }
  }
}
