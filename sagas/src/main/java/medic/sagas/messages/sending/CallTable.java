package medic.sagas.messages.sending;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationState;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.OutboxTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Telephone calls to be made: messages by the channel {@code CALL}, open while they are queued. */
@Component
public class CallTable {

  private final JdbcClient jdbc;
  private final OutboxTable dispatches;
  private final Clock clock;

  public CallTable(JdbcClient jdbc, OutboxTable dispatches, Clock clock) {
    this.jdbc = jdbc;
    this.dispatches = dispatches;
    this.clock = clock;
  }

  /**
   * Opens a call in place of a message, unless the same notice has reached its recipient another
   * way or still may, by a call that is open already too.
   *
   * @param until when there is nothing to tell any more
   */
  void open(NotificationId call, OutboxMessage unreached, Instant until) {
    jdbc.sql(
            """
            insert into work.notification (notification_id, appointment_id, doctor_id,
              patient_id, recipient, channel, template, revision, cause, payload, state,
              error_reason, created_at, due_at)
            select :call, n.appointment_id, n.doctor_id, n.patient_id, n.recipient, 'CALL',
              n.template, n.revision, n.cause, n.payload, 'QUEUED', n.error_reason, :now, :until
            from work.notification n
            where n.notification_id = :id and not exists (
              select 1 from work.notification other
              where other.patient_id = n.patient_id and other.recipient = n.recipient
                and other.appointment_id = n.appointment_id and other.template = n.template
                and other.revision = n.revision and other.cause = n.cause
                and other.state in ('QUEUED', 'KEPT', 'SENT', 'DELIVERED'))
            on conflict (notification_id) do nothing
            """)
        .param("call", call.value())
        .param("id", unreached.id().value())
        .param("now", now())
        .param("until", Timestamp.from(until))
        .update();
  }

  boolean isOpen(NotificationId call) {
    return dispatches.find(call).filter(OutboxMessage::isQueued).isPresent();
  }

  /** Closes the open call about what a message told after all; then it is due to be on record. */
  void withdraw(OutboxMessage told, String reason) {
    jdbc.sql(
            """
            update work.notification call
            set state = 'WITHDRAWN', error_reason = :reason, due_at = least(call.due_at, :now)
            from work.notification told
            where told.notification_id = :id and call.channel = 'CALL' and call.state = 'QUEUED'
              and call.appointment_id = told.appointment_id and call.template = told.template
              and call.revision = told.revision and call.cause = told.cause
            """)
        .param("reason", reason)
        .param("now", now())
        .param("id", told.id().value())
        .update();
  }

  /**
   * Closes the open calls about a visit that tell of an earlier event than its event {@code at}.
   */
  public void withdrawOlder(AppointmentId visit, int at, String reason) {
    jdbc.sql(
            """
            update work.notification
            set state = 'WITHDRAWN', error_reason = ?, due_at = least(due_at, ?)
            where appointment_id = ? and channel = 'CALL' and revision < ? and state = 'QUEUED'
            """)
        .params(reason, now(), visit.value(), at)
        .update();
  }

  /**
   * Notes how a call ended, as is on record already: even of one that was withdrawn meanwhile.
   *
   * @param reason why nobody was told, as a code
   */
  public void end(NotificationId call, NotificationState state, @Nullable String reason) {
    jdbc.sql(
            """
            update work.notification
            set state = :state, recorded = :state, error_reason = :reason,
              attempts = attempts + 1, due_at = least(due_at, :now),
              sent_at = case when :state = 'DELIVERED' then cast(:now as timestamptz) end
            where notification_id = :id and channel = 'CALL' and state in ('QUEUED', 'WITHDRAWN')
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("now", now())
        .param("id", call.value())
        .update();
  }

  public Optional<OutboxMessage> find(DoctorId doctor, NotificationId call) {
    return dispatches
        .find(call)
        .filter(found -> !found.channel().isAutomatic() && doctor.equals(found.doctorId()));
  }

  /**
   * A page of the open calls that are still worth making, those first whose patient would come
   * first: at the time before a move, which they still believe in.
   *
   * @param doctor whose; of all doctors where it is none
   */
  public List<OutboxMessage> page(@Nullable DoctorId doctor, CallCursor behind, int limit) {
    return jdbc.sql(
            """
            select * from work.notification,
              lateral (select least(due_at, (payload::jsonb ->> 'previousStartsAt')::timestamptz)
                as urgency) as when_they_come
            where channel = 'CALL' and state = 'QUEUED' and due_at > :now
              and (:doctor::uuid is null or doctor_id = :doctor::uuid)
              and (urgency, number) > (:at, :number)
            order by urgency, number limit :limit
            """)
        .param("now", now())
        .param("doctor", doctor == null ? null : doctor.value())
        .param("at", Timestamp.from(behind.urgency()))
        .param("number", behind.number())
        .param("limit", limit)
        .query((row, number) -> dispatches.dispatch(row))
        .list();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
