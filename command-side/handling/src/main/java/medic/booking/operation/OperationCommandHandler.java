package medic.booking.operation;

import medic.command.operation.RecordRebuildOrdered;
import medic.events.operation.RebuildOrder;
import medic.events.operation.RebuildOrdered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.stereotype.Component;

/** Stores what was ordered, each entry in a stream of its own. */
@Component
class OperationCommandHandler {

  private final EventBus events;

  OperationCommandHandler(EventBus events) {
    this.events = events;
  }

  @CommandHandler
  void handle(RecordRebuildOrdered command) {
    events.publish(
        GenericEventMessage.asEventMessage(
            new RebuildOrdered(command.readModel(), RebuildOrder.valueOf(command.order()))));
  }
}
