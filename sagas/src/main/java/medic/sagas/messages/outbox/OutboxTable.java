package medic.sagas.messages.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.notification.NotificationRecipient;
import medic.events.notification.NotificationState;
import medic.personal.SealedJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where messages stand. A state is only ever followed by one that may follow it. */
@Component
public class OutboxTable {

  private final JdbcClient jdbc;
  private final SealedJson sealed;
  private final Clock clock;

  public OutboxTable(JdbcClient jdbc, SealedJson sealed, Clock clock) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.clock = clock;
  }

  /** Answers whether it is new. */
  public boolean insert(NotificationId id, Notice notice, NotificationChannel channel) {
    return jdbc.sql(
                """
                insert into work.notification (notification_id, appointment_id, doctor_id,
                  patient_id, recipient, channel, template, revision, cause, payload, state,
                  created_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)
                on conflict (notification_id) do nothing
                """)
            .param(id.value())
            .param(notice.appointmentId() == null ? null : notice.appointmentId().value())
            .param(notice.doctorId() == null ? null : notice.doctorId().value())
            .param(notice.patientId() == null ? null : notice.patientId().value())
            .param(notice.recipient().name())
            .param(channel.name())
            .param(notice.template().key())
            .param(notice.revision())
            .param(notice.cause())
            .param(sealed.json().writeValueAsString(notice.payload()))
            .param(now())
            .param(Timestamp.from(notice.dueAt()))
            .update()
        == 1;
  }

  public Optional<OutboxMessage> find(NotificationId id) {
    return jdbc.sql("select * from work.notification where notification_id = ?")
        .param(id.value())
        .query((row, number) -> dispatch(row))
        .optional();
  }

  /** Moves it to a state, if that may follow; answers whether it did. */
  public boolean settle(NotificationId id, NotificationState state, @Nullable String reason) {
    return jdbc.sql(
                """
                update work.notification set state = :state, error_reason = :reason
                where notification_id = :id and state in (:before)
                """)
            .param("state", state.name())
            .param("reason", reason)
            .param("id", id.value())
            .param("before", before(state))
            .update()
        == 1;
  }

  /** Notes a last try, with which it came to an end. */
  public void end(NotificationId id, NotificationState state, int attempts, String reason) {
    jdbc.sql(
            """
            update work.notification set state = :state, attempts = :attempts,
              error_reason = :reason
            where notification_id = :id and state in (:before)
            """)
        .param("state", state.name())
        .param("attempts", attempts)
        .param("reason", reason)
        .param("id", id.value())
        .param("before", before(state))
        .update();
  }

  /** Notes that a provider took it over; a delivery that was reported sooner stays as it is. */
  public void sent(NotificationId id, @Nullable String providerMessageId) {
    jdbc.sql(
            """
            update work.notification
            set sent_at = ?, provider_message_id = ?, error_reason = null, attempts = attempts + 1,
              state = case when state = 'QUEUED' then 'SENT' else state end
            where notification_id = ?
            """)
        .param(now())
        .param(providerMessageId)
        .param(id.value())
        .update();
  }

  /** Keeps what was rendered, for there is no provider. */
  public void keep(NotificationId id, String message) {
    jdbc.sql(
            """
            update work.notification
            set state = 'KEPT', message = :message, error_reason = null, attempts = attempts + 1
            where notification_id = :id and state in (:before)
            """)
        .param("message", message)
        .param("id", id.value())
        .param("before", before(NotificationState.KEPT))
        .update();
  }

  /** Notes a try that failed, or a time that does not suit, and when to try again. */
  public void postpone(NotificationId id, int attempts, @Nullable String reason, Instant until) {
    jdbc.sql(
            """
            update work.notification set attempts = ?, error_reason = ?, due_at = ?
            where notification_id = ? and state = 'QUEUED'
            """)
        .param(attempts)
        .param(reason)
        .param(Timestamp.from(until))
        .param(id.value())
        .update();
  }

  public void recorded(NotificationId id, NotificationState state) {
    jdbc.sql("update work.notification set recorded = ? where notification_id = ?")
        .params(state.name(), id.value())
        .update();
  }

  /** Queues a dead letter anew, as another round for the provider; answers whether it was one. */
  public boolean requeue(NotificationId id) {
    return jdbc.sql(
                """
                update work.notification
                set state = 'QUEUED', attempts = 0, round = round + 1, error_reason = null,
                  due_at = :now
                where notification_id = :id and state in (:before)
                """)
            .param("now", now())
            .param("id", id.value())
            .param("before", before(NotificationState.QUEUED))
            .update()
        == 1;
  }

  void withdraw(String cause, String reason) {
    jdbc.sql(
            """
            update work.notification set state = 'WITHDRAWN', error_reason = ?
            where cause = ? and state = 'QUEUED'
            """)
        .params(reason, cause)
        .update();
  }

  /** Takes back what is still queued of a visit by a template; now it is due to be on record. */
  void withdraw(AppointmentId visit, Template template, String reason) {
    jdbc.sql(
            """
            update work.notification
            set state = 'WITHDRAWN', error_reason = ?, due_at = least(due_at, ?)
            where appointment_id = ? and template = ? and state = 'QUEUED'
            """)
        .params(reason, now(), visit.value(), template.key())
        .update();
  }

  /** What is due for longer than that, or moved without being on record. */
  public List<NotificationId> overdueSince(Instant due) {
    return jdbc
        .sql(
            """
            select notification_id from work.notification
            where (state = 'QUEUED' or recorded is distinct from state) and due_at < ?
            order by due_at limit 1000
            """)
        .param(Timestamp.from(due))
        .query(UUID.class)
        .list()
        .stream()
        .map(NotificationId::new)
        .toList();
  }

  /** A page of messages that meet a condition, newest first. */
  public List<OutboxMessage> page(String condition, long before, int limit, Object... values) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(
            "select * from work.notification where number < ? and "
                + condition
                + " order by number desc limit "
                + limit);
    statement = statement.param(before);
    for (Object value : values) {
      statement = statement.param(value);
    }
    return statement.query((row, number) -> dispatch(row)).list();
  }

  private static List<String> before(NotificationState state) {
    return state.mayComeAfter().stream().map(Enum::name).toList();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  /** A message as its row has it. */
  public OutboxMessage dispatch(ResultSet row) throws SQLException {
    UUID appointment = row.getObject("appointment_id", UUID.class);
    UUID doctor = row.getObject("doctor_id", UUID.class);
    UUID patient = row.getObject("patient_id", UUID.class);
    String recorded = row.getString("recorded");
    Timestamp sentAt = row.getTimestamp("sent_at");
    return new OutboxMessage(
        new NotificationId(row.getObject("notification_id", UUID.class)),
        row.getLong("number"),
        appointment == null ? null : new AppointmentId(appointment),
        doctor == null ? null : new DoctorId(doctor),
        patient == null ? null : new PatientId(patient),
        NotificationRecipient.valueOf(row.getString("recipient")),
        NotificationChannel.valueOf(row.getString("channel")),
        Template.of(row.getString("template")),
        row.getInt("revision"),
        row.getString("cause"),
        sealed.json().readTree(row.getString("payload")),
        NotificationState.valueOf(row.getString("state")),
        recorded == null ? null : NotificationState.valueOf(recorded),
        row.getInt("round"),
        row.getInt("attempts"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        sentAt == null ? null : sentAt.toInstant(),
        row.getString("provider_message_id"),
        row.getString("error_reason"),
        row.getString("message"));
  }
}
