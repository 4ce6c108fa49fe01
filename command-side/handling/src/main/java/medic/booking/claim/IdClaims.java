package medic.booking.claim;

import java.util.Optional;
import medic.booking.deciding.FirstEvents;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.ClaimsId;
import medic.events.claim.ClaimedFor;
import medic.events.claim.IdClaimed;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * An id that a client chooses stands for one thing of one doctor, for good. Its first use is
 * claimed in a stream under the id itself, appended together with what uses it: of two who use it
 * at once, one loses the race, is decided again, and refused.
 */
final class IdClaims implements MessageHandlerInterceptor<CommandMessage<?>> {

  private static final String STREAM_TYPE = "IdClaim";

  private final EventStore eventStore;
  private final FirstEvents firstEvents;

  IdClaims(EventStore eventStore, FirstEvents firstEvents) {
    this.eventStore = eventStore;
    this.firstEvents = firstEvents;
  }

  /** Claims after the decision, whose refusals come first, and before anything is appended. */
  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    if (unitOfWork.getMessage().getPayload() instanceof ClaimsId wanted) {
      unitOfWork.onPrepareCommit(decided -> claim(wanted));
    }
    return chain.proceed();
  }

  private void claim(ClaimsId command) {
    IdClaimed wanted = new IdClaimed(command.claimedId(), command.claimedFor(), command.doctorId());
    Optional<IdClaimed> first = firstEvents.of(wanted.claimedId(), IdClaimed.class);
    if (first.isEmpty()) {
      eventStore.publish(
          new GenericDomainEventMessage<>(STREAM_TYPE, wanted.claimedId().toString(), 0, wanted));
    } else if (!first.get().equals(wanted)) {
      throw new Refusal(
          RefusalCode.ID_ALREADY_USED,
          "This id stands for something else already.",
          fieldOf(wanted.claimedFor()));
    }
  }

  /** The field of a request that names the id. */
  private static String fieldOf(ClaimedFor what) {
    return switch (what) {
      case DOCTOR -> "doctorId";
      case LOCATION -> "locationId";
      case ROOM -> "roomId";
      case APPOINTMENT_TYPE -> "appointmentTypeId";
      case EXCEPTION -> "exceptionId";
      case TIME_OFF -> "timeOffId";
    };
  }
}
