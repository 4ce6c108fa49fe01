package medic.sagas.calendars.commands;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import medic.command.Actor;
import medic.command.CommandMetaData;
import medic.command.Refusal;
import medic.command.RefusalDetails;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends commands and waits for what comes of them. */
@Component
public class Commands {

  private static final String CHANNEL = "calendar";
  private static final long MAX_WAIT_SECONDS = 30;

  private final CommandGateway gateway;

  Commands(CommandGateway gateway) {
    this.gateway = gateway;
  }

  public void send(Object command) {
    var unused = send(command, Actor.SYSTEM, null);
  }

  /**
   * @param key makes the same command sent again change nothing, where its receiver keeps keys
   * @return the position up to which a query has to have read to see what came of it
   * @throws Refusal when the domain says no
   */
  public @Nullable String send(Object command, Actor actor, @Nullable String key) {
    Map<String, String> metaData = new HashMap<>(actor.asMetaData());
    metaData.put(CommandMetaData.CHANNEL, CHANNEL);
    if (key != null) {
      metaData.put(CommandMetaData.IDEMPOTENCY_KEY, key);
      metaData.put(CommandMetaData.REQUEST, key);
    }
    FutureCallback<Object, Object> callback = new FutureCallback<>();
    gateway.send(GenericCommandMessage.asCommandMessage(command).withMetaData(metaData), callback);
    CommandResultMessage<?> result = callback.getResult(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
    if (result.isExceptional()) {
      throw failure(result.exceptionResult());
    }
    Object position = result.getMetaData().get(CommandMetaData.POSITION);
    return position == null ? null : position.toString();
  }

  private static RuntimeException failure(Throwable thrown) {
    if (thrown instanceof CommandExecutionException refused) {
      RefusalDetails details = refused.<RefusalDetails>getDetails().orElse(null);
      if (details != null) {
        return new Refusal(details);
      }
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new CommandExecutionException("the command failed", thrown);
  }
}
