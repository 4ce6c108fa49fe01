package medic.booking.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import medic.command.Actor;
import medic.command.CommandMetaData;
import medic.events.ActorType;
import medic.events.access.ClientAddress;
import medic.events.id.NameBasedId;
import medic.http.ClientAddresses;
import medic.personal.Personal;
import medic.personal.SubjectErasedException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells every command that is sent while a request is handled where that came from, whoever sends
 * it. The address is sealed under the key of the actor: so a patient's addresses are forgotten with
 * the patient.
 */
@Component
class RequestOrigin implements MessageDispatchInterceptor<CommandMessage<?>> {

  private static final String HTTP = "http";
  private static final int REMEMBERED = 10_000;

  private final JsonMapper stored;
  private final Cache<Personal<ClientAddress>, String> sealed =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  RequestOrigin(@Qualifier("storedJson") JsonMapper stored) {
    this.stored = stored;
  }

  @Autowired
  void intercept(CommandBus commandBus) {
    commandBus.registerDispatchInterceptor(this);
  }

  @Override
  public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
      List<? extends CommandMessage<?>> commands) {
    return (index, command) ->
        command.withMetaData(
            MetaData.from(of(Actor.from(command.getMetaData()))).mergedWith(command.getMetaData()));
  }

  /** Channel and address of the current request, as metadata; empty where there is none. */
  Map<String, String> of(Actor actor) {
    return ClientAddresses.current()
        .map(address -> metaData(sealed.get(fresh(actor, address), this::seal)))
        .orElse(Map.of());
  }

  private static Map<String, String> metaData(String sealedAddress) {
    return sealedAddress.isEmpty()
        ? Map.of(CommandMetaData.CHANNEL, HTTP)
        : Map.of(CommandMetaData.CHANNEL, HTTP, CommandMetaData.ADDRESS, sealedAddress);
  }

  private static Personal<ClientAddress> fresh(Actor actor, String address) {
    return Personal.of(subject(actor), new ClientAddress(address));
  }

  /** Empty for a patient who was erased: nothing can be sealed for them any more. */
  private String seal(Personal<ClientAddress> address) {
    try {
      return stored.valueToTree(address).asString();
    } catch (SubjectErasedException gone) {
      return "";
    }
  }

  /** The doctor or patient themselves; for a login without a person an id made of its name. */
  private static UUID subject(Actor actor) {
    boolean isPerson = actor.type() == ActorType.DOCTOR || actor.type() == ActorType.PATIENT;
    return isPerson ? UUID.fromString(actor.id()) : NameBasedId.of(actor.toString());
  }
}
