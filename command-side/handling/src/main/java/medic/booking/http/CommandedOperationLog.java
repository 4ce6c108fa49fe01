package medic.booking.http;

import medic.command.operation.RecordRebuildOrdered;
import medic.events.operation.RebuildOrder;
import medic.http.Caller;
import medic.http.OperationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores each entry by a command of the caller's, and waits until it is. */
@Component
class CommandedOperationLog implements OperationLog {

  private final CommandSender sender;

  CommandedOperationLog(CommandSender sender) {
    this.sender = sender;
  }

  @Override
  public void rebuildOrdered(@Nullable Caller caller, String readModel, RebuildOrder order) {
    RecordRebuildOrdered entry = new RecordRebuildOrdered(readModel, order.name());
    if (caller == null) {
      sender.sendAsSystem(entry);
    } else {
      sender.send(entry, caller);
    }
  }
}
