package medic.booking.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a request's command, signed with who sends it, and waits for what comes of it. */
@Component
class CommandSender {

  private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);
  private static final long MAX_WAIT_SECONDS = 30;

  private final CommandBus commandBus;
  private final RequestOrigin origin;
  private final RequestKeys keys;

  CommandSender(CommandBus commandBus, RequestOrigin origin, RequestKeys keys) {
    this.commandBus = commandBus;
    this.origin = origin;
    this.keys = keys;
  }

  /** As whom a caller's commands are sent. */
  static Actor actor(Caller caller) {
    return new Actor(caller.role().actorType(), caller.actorId());
  }

  <R> CommandResponse<R> send(Object command, Caller caller) {
    return send(command, caller, null, null);
  }

  /**
   * @param key the client's idempotency key
   * @param request what is asked, without personal text: the same key with another is refused
   */
  <R> CommandResponse<R> send(
      Object command, Caller caller, @Nullable String key, @Nullable String request) {
    Map<String, String> metaData = new HashMap<>(actor(caller).asMetaData());
    if (key != null) {
      metaData.put(CommandMetaData.IDEMPOTENCY_KEY, keys.digest(key, caller));
    }
    if (request != null) {
      metaData.put(CommandMetaData.REQUEST, request);
    }
    return send(command, metaData);
  }

  /** Sends what the engine does in its own name, of which no request need know. */
  void sendAsSystem(Object command) {
    send(command, Actor.SYSTEM.asMetaData());
  }

  /**
   * Sends what a request makes the engine do in its own name, and waits for nothing.
   *
   * @param concerned under whose key the request's address is sealed
   */
  void sendLater(Caller concerned, Object command) {
    Map<String, String> metaData = new HashMap<>(origin.of(actor(concerned)));
    metaData.putAll(Actor.SYSTEM.asMetaData());
    CompletableFuture.runAsync(() -> send(command, metaData))
        .exceptionally(
            failure -> {
              LOG.error("A {} was lost", command.getClass().getSimpleName(), failure);
              return null;
            });
  }

  private <R> CommandResponse<R> send(Object command, Map<String, String> metaData) {
    FutureCallback<Object, R> callback = new FutureCallback<>();
    CommandMessage<Object> message =
        GenericCommandMessage.asCommandMessage(command).withMetaData(metaData);
    commandBus.dispatch(message, callback);
    CommandResultMessage<? extends R> result =
        callback.getResult(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
    if (result.isExceptional()) {
      throw failure(result.exceptionResult());
    }
    Object position = result.getMetaData().get(CommandMetaData.POSITION);
    return new CommandResponse<>(
        result.getPayload(), position == null ? null : position.toString());
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
