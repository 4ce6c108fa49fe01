package medic.booking.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import medic.command.Actor;
import medic.command.CommandMetaData;
import medic.command.Refusal;
import medic.command.RefusalDetails;
import medic.http.Caller;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a request's command, signed with who sends it, and waits for what comes of it. */
@Component
class CommandSender {

  private static final long LONGEST_WAIT_SECONDS = 30;

  private final CommandBus commandBus;

  CommandSender(CommandBus commandBus) {
    this.commandBus = commandBus;
  }

  <R> Sent<R> send(Object command, Caller caller) {
    return send(command, caller, null, null);
  }

  /**
   * @param key the client's idempotency key
   * @param request what is asked, without personal text: the same key with another is refused
   */
  <R> Sent<R> send(Object command, Caller caller, @Nullable String key, @Nullable String request) {
    FutureCallback<Object, R> callback = new FutureCallback<>();
    CommandMessage<Object> message =
        GenericCommandMessage.asCommandMessage(command)
            .withMetaData(metaData(caller, key, request));
    commandBus.dispatch(message, callback);
    CommandResultMessage<? extends R> result =
        callback.getResult(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    if (result.isExceptional()) {
      throw failure(result.exceptionResult());
    }
    Object position = result.getMetaData().get(CommandMetaData.POSITION);
    return new Sent<>(result.getPayload(), position == null ? null : position.toString());
  }

  private static Map<String, String> metaData(
      Caller caller, @Nullable String key, @Nullable String request) {
    Map<String, String> metaData =
        new HashMap<>(new Actor(caller.role().actorType(), caller.actorId()).asMetaData());
    metaData.put(CommandMetaData.CHANNEL, "http");
    if (key != null) {
      metaData.put(CommandMetaData.IDEMPOTENCY_KEY, KeyDigest.of(key, caller));
    }
    if (request != null) {
      metaData.put(CommandMetaData.REQUEST, request);
    }
    return metaData;
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
