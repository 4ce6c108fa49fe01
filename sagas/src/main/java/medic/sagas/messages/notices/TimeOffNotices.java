package medic.sagas.messages.notices;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medic.events.ActorType;
import medic.events.notification.NotificationRecipient;
import medic.sagas.messages.outbox.Notice;
import medic.sagas.messages.outbox.Template;
import medic.sagas.messages.outbox.TimeOff;

/**
 * Who is told of time off: doctor and practice, of every step. Doctors are not told what they did
 * themselves.
 */
final class TimeOffNotices {

  private TimeOffNotices() {}

  /**
   * What to tell of a step.
   *
   * @param sequence the place of its event in the doctor's stream
   * @param actor who did it
   */
  static List<Notice> of(
      Template step, TimeOff timeOff, long sequence, ActorType actor, Instant at) {
    return recipients(actor).stream()
        .map(recipient -> notice(step, recipient, timeOff, sequence, at))
        .toList();
  }

  private static Set<NotificationRecipient> recipients(ActorType actor) {
    return actor == ActorType.DOCTOR
        ? EnumSet.of(NotificationRecipient.PRACTICE)
        : EnumSet.of(NotificationRecipient.DOCTOR, NotificationRecipient.PRACTICE);
  }

  private static Notice notice(
      Template step, NotificationRecipient recipient, TimeOff timeOff, long sequence, Instant at) {
    return new Notice(
        step,
        recipient,
        null,
        timeOff.doctorId(),
        null,
        0,
        "leave-" + timeOff.id().value() + "-" + sequence,
        facts(timeOff),
        at);
  }

  /** Ids and times: the words are read when the letter is written. */
  private static Map<String, Object> facts(TimeOff timeOff) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("timeOffId", timeOff.id().value().toString());
    facts.put("startsAt", timeOff.startsAt().toString());
    facts.put("endsAt", timeOff.endsAt().toString());
    return facts;
  }
}
