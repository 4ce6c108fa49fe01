package medic.booking.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import medic.command.Actor;
import medic.events.ActorType;
import medic.events.access.ClientAddress;
import medic.http.ClientAddresses;
import medic.personal.Personal;
import medic.personal.SubjectErasedException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the current request comes from, sealed under the key of who sends it: so a patient's
 * addresses are forgotten with the patient.
 */
@Component
class SealedAddress {

  private static final int REMEMBERED = 10_000;

  private final JsonMapper stored;
  private final Cache<Personal<ClientAddress>, String> sealed =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  SealedAddress(@Qualifier("storedJson") JsonMapper stored) {
    this.stored = stored;
  }

  /** Absent outside of a request, and where nothing can be sealed for an erased patient. */
  Optional<String> of(Actor actor) {
    return ClientAddresses.current()
        .map(address -> Personal.of(subject(actor), new ClientAddress(address)))
        .map(address -> sealed.get(address, this::seal))
        .filter(text -> !text.isEmpty());
  }

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
    return isPerson
        ? UUID.fromString(actor.id())
        : UUID.nameUUIDFromBytes(actor.toString().getBytes(StandardCharsets.UTF_8));
  }
}
