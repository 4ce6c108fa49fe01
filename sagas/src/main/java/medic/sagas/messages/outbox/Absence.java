package medic.sagas.messages.outbox;

import java.util.Optional;
import java.util.UUID;
import medic.events.id.AppointmentId;
import medic.events.id.TimeOffId;
import org.jspecify.annotations.Nullable;

/**
 * Taken time that a message tells of, of one visit or of a time off.
 *
 * @param timeOff the time off, where the message tells of no single visit or is an older one
 * @param visit the visit whose time is taken
 * @param since the number of the event, in the doctor's stream, that the message tells of
 */
public record Absence(@Nullable TimeOffId timeOff, @Nullable AppointmentId visit, long since) {

  /** Why a message is withdrawn that tells of a time off no more. */
  public static final String CALLED_OFF = "time_off_cancelled";

  /** Why a message is withdrawn that tells of other taken time no more. */
  static final String TAKEN_BACK = "taken_back";

  /** Why a message is withdrawn that tells of a visit that is kept. */
  public static final String KEPT = "kept";

  /** Where a payload has the number of the event. */
  static final String APPROVAL = "approval";

  private static final String CAUSE = "time-off-";
  private static final String HIT = "visits-hit-";

  /** The cause of messages that tell of a time off. */
  public static String cause(TimeOffId timeOff) {
    return CAUSE + timeOff.value();
  }

  /** The cause of messages that tell of hit visits. */
  public static String cause(long sequence) {
    return HIT + sequence;
  }

  public static Optional<Absence> of(OutboxMessage message) {
    long since = message.payload().path(APPROVAL).asLong(0);
    if (message.cause().startsWith(CAUSE)) {
      String id = message.cause().substring(CAUSE.length());
      return Optional.of(new Absence(new TimeOffId(UUID.fromString(id)), null, since));
    }
    return message.cause().startsWith(HIT) && message.appointmentId() != null
        ? Optional.of(new Absence(null, message.appointmentId(), since))
        : Optional.empty();
  }

  /** Why a message of this template is withdrawn once nothing takes the visit's time any more. */
  public static String takenBack(Template template) {
    return template == Template.DOCTOR_AWAY || template == Template.VISITS_HIT
        ? CALLED_OFF
        : TAKEN_BACK;
  }
}
