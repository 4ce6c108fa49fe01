package medic.sagas.notifications;

import java.util.Optional;
import java.util.UUID;
import medic.events.id.TimeOffId;

/**
 * The time off that a message tells of.
 *
 * @param approval the number of the event, in the doctor's stream, that approved it
 */
record Absence(TimeOffId timeOff, long approval) {

  /** Why a message is withdrawn that tells of one no more. */
  static final String CALLED_OFF = "time_off_cancelled";

  /** Where a payload has the number of the approval. */
  static final String APPROVAL = "approval";

  private static final String CAUSE = "time-off-";

  /** The cause of all messages that tell of it. */
  static String cause(TimeOffId timeOff) {
    return CAUSE + timeOff.value();
  }

  static Optional<Absence> of(Dispatch message) {
    return message.cause().startsWith(CAUSE)
        ? Optional.of(
            new Absence(
                new TimeOffId(UUID.fromString(message.cause().substring(CAUSE.length()))),
                message.payload().path(APPROVAL).asLong(0)))
        : Optional.empty();
  }
}
