package medic.app.practicefile;

import java.util.HashMap;
import java.util.Map;
import medic.command.Actor;
import medic.command.CommandMetaData;
import medic.command.Refusal;
import medic.command.RefusalDetails;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Sends a file's commands; a refusal names the part of the file that it is about. */
final class CommandPort {

  private static final Map<String, String> META_DATA = new HashMap<>(Actor.SYSTEM.asMetaData());

  static {
    META_DATA.put(CommandMetaData.CHANNEL, "load");
  }

  private final CommandGateway gateway;

  CommandPort(CommandGateway gateway) {
    this.gateway = gateway;
  }

  void send(PracticeEntry entry, Object command) {
    try {
      gateway.sendAndWait(GenericCommandMessage.asCommandMessage(command).withMetaData(META_DATA));
    } catch (CommandExecutionException refused) {
      RefusalDetails details = refused.<RefusalDetails>getDetails().orElse(null);
      if (details == null) {
        throw refused;
      }
      throw new LoadException(entry.path(), details.code() + ": " + details.detail());
    } catch (Refusal refused) {
      throw new LoadException(entry.path(), refused.code() + ": " + refused.getMessage());
    }
  }
}
