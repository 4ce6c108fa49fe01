package medic.booking.deciding;

import java.util.Map;
import java.util.Objects;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.personal.SubjectErasedException;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * One try at a command, in a unit of work of its own: what came of it, and what it was based on.
 */
final class Attempt<C, R> implements CommandCallback<C, R> {

  private @Nullable UnitOfWork<?> unitOfWork;
  private @Nullable CommandResultMessage<? extends R> result;

  MessageHandler<CommandMessage<?>> watching(MessageHandler<? super CommandMessage<?>> handler) {
    return message -> {
      unitOfWork = CurrentUnitOfWork.get();
      return handler.handle(message);
    };
  }

  @Override
  public void onResult(
      CommandMessage<? extends C> command, CommandResultMessage<? extends R> outcome) {
    result = outcome;
  }

  CommandResultMessage<? extends R> result() {
    return Objects.requireNonNull(result);
  }

  boolean lostRace() {
    return result().isExceptional() && LostRace.is(result().exceptionResult());
  }

  /** Why it was refused; a command to an aggregate that does not exist is, too. */
  @Nullable Refusal refusal() {
    Throwable failure = result().isExceptional() ? result().exceptionResult() : null;
    if (failure instanceof AggregateNotFoundException) {
      return new Refusal(RefusalCode.NOT_FOUND, "There is nothing here under this id.");
    }
    if (isOfErasedSubject(failure)) {
      return Refusal.erasedPatient();
    }
    return failure instanceof Refusal refusal ? refusal : null;
  }

  /** Nothing can be sealed any more for a patient whose key is destroyed. */
  private static boolean isOfErasedSubject(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SubjectErasedException) {
        return true;
      }
    }
    return false;
  }

  /** The cached versions that the decision rests on. */
  Map<String, Long> basis() {
    return unitOfWork == null ? Map.of() : DecisionBasis.of(unitOfWork);
  }

  @Nullable Long appendedPosition() {
    return unitOfWork == null ? null : unitOfWork.root().getResource(StorePosition.APPENDED);
  }
}
