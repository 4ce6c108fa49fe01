package medic.sagas.requests;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import medic.command.Actor;
import medic.command.RefusalCode;
import medic.command.RefusalDetails;
import medic.command.appointment.DeclineUnanswered;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentMissed;
import medic.events.appointment.AppointmentMoveDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentMoveWithdrawn;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.AppointmentId;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Declines what nobody answers: a visit that is asked for, or the move of one. A deadline waits for
 * the answer; a visit or move that is asked for anew has a deadline of its own. What is meant is
 * decided where the command is handled, so a deadline that fires late or twice does no harm.
 */
@Saga
@ProcessingGroup(UnansweredSaga.GROUP)
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class UnansweredSaga {

  public static final String GROUP = "unanswered";

  static final String DEADLINE = "request-unanswered";
  private static final String APPOINTMENT = "appointmentId";

  private @Nullable AppointmentId appointmentId;
  private @Nullable String deadlineId;
  private long asked = -1;

  @StartSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(
      AppointmentBooked booked,
      @SequenceNumber long number,
      @Timestamp Instant at,
      TimeToAnswer time,
      DeadlineManager deadlines,
      Clock clock) {
    if (booked.status() == AppointmentStatus.PENDING) {
      appointmentId = booked.appointmentId();
      await(number, time.endsAt(at, clock.instant(), booked.startsAt()), deadlines);
    } else {
      SagaLifecycle.end();
    }
  }

  @StartSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(
      AppointmentRescheduled moved,
      @SequenceNumber long number,
      @Timestamp Instant at,
      TimeToAnswer time,
      DeadlineManager deadlines,
      Clock clock) {
    if (moved.status() == AppointmentStatus.PENDING) {
      appointmentId = moved.appointmentId();
      await(number, time.endsAt(at, clock.instant(), moved.startsAt()), deadlines);
    } else {
      answered(deadlines);
      SagaLifecycle.end();
    }
  }

  @StartSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(
      AppointmentMoveRequested move,
      @SequenceNumber long number,
      @Timestamp Instant at,
      TimeToAnswer time,
      DeadlineManager deadlines,
      Clock clock) {
    appointmentId = move.appointmentId();
    boolean earlier = move.startsAt().isBefore(move.currentStartsAt());
    Instant begins = earlier ? move.startsAt() : move.currentStartsAt();
    await(number, time.endsAt(at, clock.instant(), begins), deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentConfirmed event, DeadlineManager deadlines) {
    answered(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentDeclined event, DeadlineManager deadlines) {
    answered(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentMoveDeclined event, DeadlineManager deadlines) {
    answered(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentMoveWithdrawn event, DeadlineManager deadlines) {
    answered(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentCancelled event, DeadlineManager deadlines) {
    answered(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentCompleted event, DeadlineManager deadlines) {
    answered(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = APPOINTMENT)
  public void on(AppointmentMissed event, DeadlineManager deadlines) {
    answered(deadlines);
  }

  /**
   * The saga ends with the event that follows, be it ours or somebody's answer that came first. A
   * failure leaves the deadline to be tried again.
   */
  @DeadlineHandler(deadlineName = DEADLINE)
  public void decline(UnansweredDue due, CommandGateway commands) {
    if (due.asked() != asked) {
      return;
    }
    var command = new DeclineUnanswered(Objects.requireNonNull(appointmentId), asked);
    try {
      commands.sendAndWait(
          GenericCommandMessage.asCommandMessage(command).withMetaData(Actor.SYSTEM.asMetaData()));
    } catch (CommandExecutionException failure) {
      if (!wasAnswered(failure)) {
        throw failure;
      }
    }
  }

  private static boolean wasAnswered(CommandExecutionException failure) {
    return failure.getDetails().orElse(null) instanceof RefusalDetails refusal
        && refusal.code() == RefusalCode.INVALID_TRANSITION;
  }

  private void await(long number, Instant until, DeadlineManager deadlines) {
    if (number > asked) {
      answered(deadlines);
      asked = number;
      deadlineId = deadlines.schedule(until, DEADLINE, new UnansweredDue(number));
    }
  }

  private void answered(DeadlineManager deadlines) {
    if (deadlineId != null) {
      deadlines.cancelSchedule(DEADLINE, deadlineId);
      deadlineId = null;
    }
  }
}
