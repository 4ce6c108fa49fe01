package medic.booking.claim;

import java.util.Optional;
import java.util.UUID;
import medic.booking.deciding.FirstEvents;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddRoom;
import medic.command.doctor.RegisterDoctor;
import medic.command.doctor.RequestTimeOff;
import medic.events.claim.ClaimedFor;
import medic.events.claim.IdClaimed;
import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;
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
    IdClaimed wanted = claimOf(unitOfWork.getMessage().getPayload());
    if (wanted != null) {
      unitOfWork.onPrepareCommit(decided -> claim(wanted));
    }
    return chain.proceed();
  }

  private static @Nullable IdClaimed claimOf(Object command) {
    if (command instanceof RegisterDoctor c) {
      return claim(c.doctorId().value(), ClaimedFor.DOCTOR, c.doctorId());
    } else if (command instanceof AddLocation c) {
      return claim(c.locationId().value(), ClaimedFor.LOCATION, c.doctorId());
    } else if (command instanceof AddRoom c) {
      return claim(c.roomId().value(), ClaimedFor.ROOM, c.doctorId());
    } else if (command instanceof AddAppointmentType c) {
      return claim(c.appointmentTypeId().value(), ClaimedFor.APPOINTMENT_TYPE, c.doctorId());
    } else if (command instanceof AddAvailabilityException c) {
      return claim(c.exceptionId().value(), ClaimedFor.EXCEPTION, c.doctorId());
    } else if (command instanceof RequestTimeOff c) {
      return claim(c.timeOffId().value(), ClaimedFor.TIME_OFF, c.doctorId());
    }
    return null;
  }

  private static IdClaimed claim(UUID id, ClaimedFor what, DoctorId doctor) {
    return new IdClaimed(new ClaimedId(id), what, doctor);
  }

  private void claim(IdClaimed wanted) {
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
