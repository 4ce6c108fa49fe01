package medic.sagas.holds;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Objects;
import medic.command.Actor;
import medic.command.hold.ExpireHold;
import medic.events.hold.HoldEnded;
import medic.events.hold.HoldPlaced;
import medic.events.id.HoldId;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Ends a hold when its time is over. The schedule stops counting it at that instant by itself; the
 * command only puts it on record and clears it away, so its being late does no harm.
 */
@Saga
@ProcessingGroup(HoldExpirySaga.GROUP)
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class HoldExpirySaga {

  public static final String GROUP = "hold-expiry";

  private static final String DEADLINE = "hold-expired";

  private @Nullable HoldId holdId;
  private @Nullable String deadlineId;

  @StartSaga
  @SagaEventHandler(associationProperty = "holdId")
  public void on(HoldPlaced placed, DeadlineManager deadlines) {
    holdId = placed.holdId();
    deadlineId = deadlines.schedule(placed.expiresAt(), DEADLINE);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "holdId")
  public void on(HoldEnded ended, DeadlineManager deadlines) {
    if (deadlineId != null) {
      deadlines.cancelSchedule(DEADLINE, deadlineId);
    }
  }

  /** The saga ends with the event that follows. A failure leaves the deadline to be tried again. */
  @DeadlineHandler(deadlineName = DEADLINE)
  public void expire(CommandGateway commands) {
    commands.sendAndWait(
        GenericCommandMessage.asCommandMessage(new ExpireHold(Objects.requireNonNull(holdId)))
            .withMetaData(Actor.SYSTEM.asMetaData()));
  }
}
