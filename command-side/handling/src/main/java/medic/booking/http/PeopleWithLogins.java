package medic.booking.http;

import java.util.UUID;
import medic.booking.deciding.FirstEvents;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.FieldError;
import medic.http.Logins;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Registers a person together with their login. Logins live outside the event store, and a
 * registration that is repeated succeeds: so the login is made last, and only for whoever
 * registered the person. Where it could not be made, the same caller may ask again.
 */
@Component
class PeopleWithLogins {

  private final CommandSender sender;
  private final FirstEvents firstEvents;
  private final Logins logins;

  PeopleWithLogins(CommandSender sender, FirstEvents firstEvents, Logins logins) {
    this.sender = sender;
    this.firstEvents = firstEvents;
    this.logins = logins;
  }

  /** A person to be registered: their id, which names their stream, and its value. */
  record Newcomer(Role role, Object id, UUID value, @Nullable LoginRequest login) {}

  Sent<Void> register(Newcomer newcomer, Object command, Caller caller) {
    LoginRequest login = newcomer.login();
    if (login == null) {
      return sender.send(command, caller);
    }
    logins.mustBeFree(login.username(), login.password(), newcomer.role(), newcomer.value());
    Sent<Void> sent = sender.send(command, caller);
    mustHaveRegistered(caller, newcomer.id());
    create(login, newcomer);
    return sent;
  }

  private void mustHaveRegistered(Caller caller, Object id) {
    if (!firstEvents.actorOf(id).equals(CommandSender.actor(caller))) {
      throw new Refusal(
          RefusalCode.ID_ALREADY_USED,
          "Somebody else registered this person: only they can make the login.",
          "login");
    }
  }

  /** Another request may have taken the name since it was free. */
  private void create(LoginRequest login, Newcomer newcomer) {
    try {
      logins.create(login.username(), login.password(), newcomer.role(), newcomer.value());
    } catch (ApiException refused) {
      throw new ApiException(
          refused.status(),
          refused.code(),
          "Registered as " + newcomer.value() + ", without this login: " + refused.getMessage(),
          refused.errors().toArray(FieldError[]::new));
    }
  }
}
