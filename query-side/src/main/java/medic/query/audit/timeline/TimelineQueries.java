package medic.query.audit.timeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import medic.events.access.ClientAddress;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.http.Cursor;
import medic.personal.Value;
import medic.query.audit.timeline.Effects.Effect;
import medic.query.personal.PatientWords;
import medic.query.personal.SealedData;
import medic.query.rows.RowValues;
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
      "select * from read.timeline_entry_v2 where %s order by position limit ?";

  /** Reads and refusals change nothing: those are for who reads the log. */
  private static final String DONE =
      "select * from read.timeline_entry_v2 where appointment_id = ? and changed is not null"
          + " order by position limit ?";

  private static final String AT_POSITIONS =
      "select * from read.timeline_entry_v2 where position = any(?)";

  /** All that was ever done to what a page's deeds were done to, up to its last one. */
  private static final String DONE_TO =
      "select position, changed, action, details from read.timeline_entry_v2"
          + " where changed = any(?) and position <= ? order by position";

  private static final int MAX_TIMELINE_ENTRIES = 10_000;

  private final JdbcTemplate jdbc;
  private final SealedData personal;

  TimelineQueries(JdbcTemplate jdbc, SealedData personal) {
    this.jdbc = jdbc;
    this.personal = personal;
  }

  @QueryHandler
  Optional<TimelineView> handle(FindTimeline query) {
    List<RowValues> rows =
        jdbc.query(DONE, RowValues.rows(), query.appointmentId().value(), MAX_TIMELINE_ENTRIES);
    return rows.stream()
        .findFirst()
        .map(
            first ->
                new TimelineView(
                    query.appointmentId(),
                    first.id("doctor_id", DoctorId::new),
                    first.id("patient_id", PatientId::new),
                    entries(rows)));
  }

  @QueryHandler
  AuditEventsView handle(FindAuditEvents query) {
    Cursor after = Cursor.decodeNumber(query.cursor());
    List<RowValues> rows =
        read(query.filter(), after == null ? -1 : after.number(), query.limit() + 1);
    List<RowValues> shown = rows.stream().limit(query.limit()).toList();
    Map<Long, Effect> effects = effects(shown);
    List<AuditEventView> page =
        shown.stream()
            .map(row -> auditEvent(row, effects.getOrDefault(row.number("position"), Effect.NONE)))
            .toList();
    return new AuditEventsView(page, rows.size() > page.size() ? cursorAfter(page) : null);
  }

  /** The entries at some positions, as far as there are any; in no order. */
  List<AuditEventView> at(Connection connection, List<Long> positions) throws SQLException {
    JdbcTemplate there = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    return there
        .query(
            AT_POSITIONS, RowValues.rows(), connection.createArrayOf("bigint", positions.toArray()))
        .stream()
        .map(row -> auditEvent(row, Effect.NONE))
        .toList();
  }

  /** What each deed of a page changed, by position. */
  private Map<Long, Effect> effects(List<RowValues> page) {
    String[] things =
        page.stream()
            .map(row -> row.textOrNull("changed"))
            .filter(Objects::nonNull)
            .distinct()
            .toArray(String[]::new);
    Map<Long, Effect> effects = new HashMap<>();
    if (things.length > 0) {
      Effects so = new Effects();
      long last = page.get(page.size() - 1).number("position");
      for (RowValues row : jdbc.query(DONE_TO, RowValues.rows(), things, last)) {
        effects.put(row.number("position"), next(so, row));
      }
    }
    return effects;
  }

  private Effect next(Effects effects, RowValues row) {
    return effects.next(
        row.textOrNull("changed"),
        row.text("action"),
        personal.json().readTree(row.text("details")));
  }

  private List<RowValues> read(AuditFilter filter, long afterPosition, int limit) {
    List<Object> values = new ArrayList<>(List.of(afterPosition));
    values.addAll(filter.values());
    values.add(limit);
    return jdbc.query(ENTRIES.formatted(filter.conditions()), RowValues.rows(), values.toArray());
  }

  private static @Nullable String cursorAfter(List<AuditEventView> page) {
    AuditEventView last = page.get(page.size() - 1);
    return new Cursor(last.occurredAt(), Long.toString(last.position())).encode();
  }

  private List<TimelineView.Entry> entries(List<RowValues> rows) {
    Effects effects = new Effects();
    return rows.stream().map(row -> entry(row, next(effects, row))).toList();
  }

  private TimelineView.Entry entry(RowValues row, Effect effect) {
    JsonNode details = personal.json().readTree(row.text("details"));
    PatientWords words = new PatientWords(personal);
    return new TimelineView.Entry(
        row.text("event_id"),
        row.instant("occurred_at"),
        row.textOrNull("actor_type"),
        row.textOrNull("actor_id"),
        Person.onWhoseBehalf(row),
        row.text("action"),
        reason(row, details, words),
        metadata(row, details, effect),
        words.erased());
  }

  private ObjectNode metadata(RowValues row, JsonNode details, Effect effect) {
    ObjectNode metadata = personal.json().createObjectNode();
    metadata.put("channel", row.textOrNull("channel"));
    if (effect.before() != null) {
      metadata.set("before", effect.before());
    }
    if (effect.after() != null) {
      metadata.set("after", effect.after());
    }
    copy(details, metadata, "overridden");
    copy(details, metadata, "cause");
    if (isOfMessage(details)) {
      copyNotification(details.path("about"), metadata.putObject("notification"));
    }
    return metadata;
  }

  private static @Nullable String reason(RowValues row, JsonNode details, PatientWords words) {
    if (details.hasNonNull("remark")) {
      return words.remark(details.path("remark").stringValue(null));
    }
    String said = details.path("reason").stringValue(null);
    return isPatients(row, details) ? words.remark(said) : said;
  }

  /**
   * What is said of an appointment is sealed with its patient's key. Not so what older events of
   * the doctor's schedule hold, nor why a message was taken back, which is a code of ours.
   */
  private static boolean isPatients(RowValues row, JsonNode details) {
    return !isOfMessage(details) && !isOfSchedule(row);
  }

  private static boolean isOfSchedule(RowValues row) {
    return row.id("doctor_id", DoctorId::new).toString().equals(row.textOrNull("stream"));
  }

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

  private @Nullable String address(RowValues row) {
    return personal.open(row.textOrNull("address"), ClientAddress.class)
            instanceof Value.Present<ClientAddress> present
        ? present.value().address()
        : null;
  }

  private AuditEventView auditEvent(RowValues row, Effect effect) {
    return new AuditEventView(
        row.number("position"),
        row.text("event_id"),
        row.instant("occurred_at"),
        row.text("action"),
        row.text("event_type"),
        row.textOrNull("actor_type"),
        row.textOrNull("actor_id"),
        Person.onWhoseBehalf(row),
        row.textOrNull("channel"),
        address(row),
        row.idOrNull("appointment_id", AppointmentId::new),
        row.idOrNull("doctor_id", DoctorId::new),
        row.idOrNull("patient_id", PatientId::new),
        row.textOrNull("stream"),
        row.numberOrNull("sequence"),
        effect.before(),
        effect.after(),
        personal.json().readTree(row.text("details")));
  }
}
