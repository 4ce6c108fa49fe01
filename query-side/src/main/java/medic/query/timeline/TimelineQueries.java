package medic.query.timeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.query.Cursor;
import medic.query.PatientWords;
import medic.query.SealedData;
import medic.query.Values;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the log: an appointment's whole, or a page of any part of it. */
@Component
class TimelineQueries {

  private static final String ENTRIES =
      "select * from read.timeline_entry_v1 where %s order by position limit ?";

  private static final String AT_POSITIONS =
      "select * from read.timeline_entry_v1 where position = any(?)";

  private static final int LONGEST_TIMELINE = 10_000;

  private final JdbcTemplate jdbc;
  private final SealedData personal;

  TimelineQueries(JdbcTemplate jdbc, SealedData personal) {
    this.jdbc = jdbc;
    this.personal = personal;
  }

  @QueryHandler
  Optional<TimelineView> handle(FindTimeline query) {
    List<Values> rows =
        read(AuditFilter.ofAppointment(query.appointmentId()), -1, LONGEST_TIMELINE);
    return rows.stream()
        .findFirst()
        .map(
            first ->
                new TimelineView(
                    query.appointmentId(),
                    first.id("doctor_id", DoctorId::new),
                    first.id("patient_id", PatientId::new),
                    rows.stream().map(this::entry).toList()));
  }

  @QueryHandler
  AuditEventsView handle(FindAuditEvents query) {
    Cursor after = Cursor.decodeNumber(query.cursor());
    List<Values> rows =
        read(query.filter(), after == null ? -1 : after.number(), query.limit() + 1);
    List<AuditEventView> page = rows.stream().limit(query.limit()).map(this::auditEvent).toList();
    return new AuditEventsView(page, rows.size() > page.size() ? cursorAfter(page) : null);
  }

  /** The entries at some positions, as far as there are any; in no order. */
  List<AuditEventView> at(Connection connection, List<Long> positions) throws SQLException {
    JdbcTemplate there = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    return there
        .query(AT_POSITIONS, Values.rows(), connection.createArrayOf("bigint", positions.toArray()))
        .stream()
        .map(this::auditEvent)
        .toList();
  }

  private List<Values> read(AuditFilter filter, long afterPosition, int limit) {
    List<Object> values = new ArrayList<>(List.of(afterPosition));
    values.addAll(filter.values());
    values.add(limit);
    return jdbc.query(ENTRIES.formatted(filter.conditions()), Values.rows(), values.toArray());
  }

  private static @Nullable String cursorAfter(List<AuditEventView> page) {
    AuditEventView last = page.get(page.size() - 1);
    return new Cursor(last.occurredAt(), Long.toString(last.position())).encode();
  }

  private TimelineView.Entry entry(Values row) {
    JsonNode details = personal.json().readTree(row.text("details"));
    PatientWords words = new PatientWords(personal);
    String said = details.path("reason").stringValue(null);
    String reason = isOfMessage(details) ? said : words.remark(said);
    return new TimelineView.Entry(
        row.text("event_id"),
        row.instant("occurred_at"),
        row.textOrNull("actor_type"),
        row.textOrNull("actor_id"),
        row.text("action"),
        reason,
        changed(row, details),
        words.erased());
  }

  /** Times and status as the event left them, for a move also the times before. */
  private ObjectNode changed(Values row, JsonNode details) {
    ObjectNode metadata = personal.json().createObjectNode();
    metadata.put("channel", row.textOrNull("channel"));
    if (details.has("previousStartsAt")) {
      ObjectNode before = metadata.putObject("before");
      before.set("startsAt", details.path("previousStartsAt"));
      before.set("endsAt", details.path("previousEndsAt"));
      copy(details, metadata.putObject("after"), "startsAt", "endsAt", "locationId", "roomId");
    } else {
      copy(details, metadata, "startsAt", "endsAt", "locationId", "roomId");
    }
    copy(details, metadata, "status", "source", "cancelledBy", "rescheduleCount", "errorReason");
    if (isOfMessage(details)) {
      copyNotification(details.path("about"), metadata.putObject("notification"));
    }
    return metadata;
  }

  /** Why a message was taken back is a code of ours, not somebody's words. */
  private static boolean isOfMessage(JsonNode details) {
    return details.path("about").isObject();
  }

  private static void copyNotification(JsonNode about, ObjectNode to) {
    copy(about, to, "template", "recipient", "channel");
  }

  private static void copy(JsonNode from, ObjectNode to, String... fields) {
    for (String field : fields) {
      if (from.hasNonNull(field)) {
        to.set(field, from.path(field));
      }
    }
  }

  private AuditEventView auditEvent(Values row) {
    return new AuditEventView(
        row.number("position"),
        row.text("event_id"),
        row.instant("occurred_at"),
        row.text("action"),
        row.text("event_type"),
        row.textOrNull("actor_type"),
        row.textOrNull("actor_id"),
        row.textOrNull("channel"),
        row.idOrNull("appointment_id", AppointmentId::new),
        row.idOrNull("doctor_id", DoctorId::new),
        row.idOrNull("patient_id", PatientId::new),
        row.textOrNull("stream"),
        row.numberOrNull("sequence"),
        personal.json().readTree(row.text("details")));
  }
}
