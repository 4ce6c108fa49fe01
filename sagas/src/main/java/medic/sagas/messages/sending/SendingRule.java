package medic.sagas.messages.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import medic.events.appointment.AppointmentStatus;
import medic.sagas.messages.contacts.QuietHours;
import medic.sagas.messages.outbox.NotifiedAppointment;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.Template;
import org.jspecify.annotations.Nullable;

/** Whether a message is still wanted, asked again at the moment of sending. */
final class SendingRule {

  /** So much later it is asked again of a call whose visit is not known, as during a replay. */
  private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

  private SendingRule() {}

  /** What to do with it. */
  sealed interface Verdict {
    record Send() implements Verdict {}

    record Withdraw(String reason) implements Verdict {}

    record Wait(Instant until) implements Verdict {}
  }

  /**
   * Judges a message.
   *
   * @param visit the visit it tells of, as it stands now
   * @param wanted whether its recipient takes messages by its channel
   */
  static Verdict judge(
      OutboxMessage message,
      @Nullable NotifiedAppointment visit,
      boolean wanted,
      QuietHours quiet,
      ZoneId zone,
      Instant now) {
    if (!wanted) {
      return new Verdict.Withdraw("opted_out");
    }
    if (visit == null) {
      return message.channel().isAutomatic()
          ? new Verdict.Send()
          : new Verdict.Wait(now.plus(ASK_AGAIN));
    }
    if (visit.revision() > message.revision()) {
      return new Verdict.Withdraw("superseded");
    }
    boolean isCall = !message.channel().isAutomatic();
    if ((isCall || message.template().endsWithTheStart()) && !now.isBefore(visit.startsAt())) {
      return new Verdict.Withdraw("too_late");
    }
    if (isCall) {
      return new Verdict.Wait(visit.startsAt());
    }
    return message.template() == Template.REMINDER
        ? judgeReminder(visit, quiet, zone, now)
        : new Verdict.Send();
  }

  /** One that was held up into quiet hours waits for their end, unless the visit comes first. */
  private static Verdict judgeReminder(
      NotifiedAppointment visit, QuietHours quiet, ZoneId zone, Instant now) {
    if (visit.status() != AppointmentStatus.CONFIRMED) {
      return new Verdict.Withdraw("not_confirmed");
    }
    Instant suits = quiet.later(now, zone);
    return suits.isAfter(now) && suits.isBefore(visit.startsAt())
        ? new Verdict.Wait(suits)
        : new Verdict.Send();
  }
}
