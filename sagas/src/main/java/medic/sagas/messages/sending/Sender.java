package medic.sagas.messages.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationState;
import medic.personal.Personal;
import medic.personal.SealedJson;
import medic.sagas.messages.composing.LinkInsertion;
import medic.sagas.messages.composing.MessageRenderer;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.Absence;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.outbox.KeptMessage;
import medic.sagas.messages.outbox.NotifiedAppointment;
import medic.sagas.messages.outbox.NotifiedAppointments;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.OutboxTable;
import medic.sagas.messages.outbox.Recipient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Sends one message: asks whether it is still wanted, writes it, hands it over, notes what came of
 * it and puts that on record. It may be interrupted between any two of these and called again.
 */
@Component
public class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final OutboxTable table;
  private final Records records;
  private final NotifiedAppointments visits;
  private final MessageRenderer writer;
  private final MessageChannels channels;
  private final Revisions revisions;
  private final Absences absences;
  private final LinkInsertion linked;
  private final SealedJson sealed;
  private final Clock clock;

  public Sender(
      OutboxTable table,
      Records records,
      NotifiedAppointments visits,
      MessageRenderer writer,
      MessageChannels channels,
      Revisions revisions,
      Absences absences,
      LinkInsertion linked,
      SealedJson sealed,
      Clock clock) {
    this.table = table;
    this.records = records;
    this.visits = visits;
    this.writer = writer;
    this.channels = channels;
    this.revisions = revisions;
    this.absences = absences;
    this.linked = linked;
    this.sealed = sealed;
    this.clock = clock;
  }

  /**
   * Answers when to call again; empty when there is nothing more to do, or when the sweep comes by
   * then, as for calls: one that is closed sooner is put on record at once.
   */
  public Optional<Instant> send(NotificationId id) {
    records.put(id);
    Optional<Instant> again = table.find(id).filter(OutboxMessage::isQueued).flatMap(this::attempt);
    records.put(id);
    return again;
  }

  private Optional<Instant> attempt(OutboxMessage message) {
    try {
      return judgeAndDeliver(message);
    } catch (DeliveryFailure failure) {
      return note(message, failure);
    } catch (DataAccessException ours) {
      throw ours;
    } catch (RuntimeException fault) {
      LOG.warn("Message {} cannot be sent: {}", message.id(), fault.getClass().getName());
      return note(message, DeliveryFailure.passing("FAULT:" + fault.getClass().getSimpleName()));
    }
  }

  private Optional<Instant> judgeAndDeliver(OutboxMessage message) {
    @Nullable NotifiedAppointment visit =
        message.appointmentId() == null ? null : visits.find(message.appointmentId()).orElse(null);
    Recipient addressee = writer.addresseeOf(message);
    SendingRule.Verdict verdict =
        SendingRule.judge(
            message,
            visit,
            addressee.wantsIt(),
            addressee.quiet(),
            addressee.zone(),
            clock.instant());
    if (verdict instanceof SendingRule.Verdict.Withdraw withdraw) {
      table.settle(message.id(), NotificationState.WITHDRAWN, withdraw.reason());
      return Optional.empty();
    } else if (verdict instanceof SendingRule.Verdict.Wait wait) {
      table.postpone(message.id(), message.attempts(), message.errorReason(), wait.until());
      return message.channel().isAutomatic() ? Optional.of(wait.until()) : Optional.empty();
    }
    RenderedMessage letter = writer.write(message, addressee);
    if (isOvertaken(message)) {
      table.settle(message.id(), NotificationState.WITHDRAWN, "superseded");
    } else if (isCalledOff(message)) {
      table.settle(
          message.id(), NotificationState.WITHDRAWN, Absence.takenBack(message.template()));
    } else {
      deliver(message, letter);
    }
    return Optional.empty();
  }

  /** Asked last of all: a change that was acknowledged by now is not told otherwise. */
  private boolean isOvertaken(OutboxMessage message) {
    return message.appointmentId() != null
        && revisions.isOvertaken(message.appointmentId(), message.revision());
  }

  private boolean isCalledOff(OutboxMessage message) {
    DoctorId doctor = message.doctorId();
    return doctor != null
        && Absence.of(message).filter(away -> absences.isCalledOff(doctor, away)).isPresent();
  }

  private void deliver(OutboxMessage message, RenderedMessage letter) {
    Optional<MessageChannel> channel = channels.find(message.channel());
    if (channel.isEmpty()) {
      table.keep(message.id(), kept(letter));
      return;
    }
    Optional<RenderedMessage> complete = linked.complete(message, letter);
    if (complete.isPresent()) {
      table.sent(message.id(), channel.get().send(complete.get()));
    } else {
      table.settle(message.id(), NotificationState.WITHDRAWN, "superseded");
    }
  }

  private String kept(RenderedMessage letter) {
    KeptMessage message =
        new KeptMessage(
            letter.to(),
            letter.subject(),
            letter.text(),
            letter.calendar() == null ? null : letter.calendar().content());
    return letter.patient() == null
        ? sealed.json().writeValueAsString(message)
        : sealed.seal(Personal.of(letter.patient().value(), message));
  }

  private Optional<Instant> note(OutboxMessage message, DeliveryFailure failure) {
    int attempts = message.attempts() + 1;
    boolean again =
        failure.kind() == DeliveryFailure.Kind.PASSING && attempts < DeliveryBackoff.MAX_ATTEMPTS;
    if (again) {
      Duration pause = DeliveryBackoff.after(attempts, message.id(), failure.retryAfter());
      Instant until = clock.instant().plus(pause);
      table.postpone(message.id(), attempts, failure.code(), until);
      return Optional.of(until);
    }
    boolean unwanted = failure.kind() == DeliveryFailure.Kind.UNWANTED;
    NotificationState end = unwanted ? NotificationState.WITHDRAWN : NotificationState.FAILED;
    table.end(message.id(), end, attempts, failure.code());
    return Optional.empty();
  }
}
