package medic.booking.http;

import java.util.UUID;
import java.util.function.Supplier;
import medic.http.Logins;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Registers a person together with their login. Logins live outside the event store: the login is
 * made first, since its name may be taken, and taken back when the registration is refused.
 */
@Component
class PeopleWithLogins {

  private final Logins logins;

  PeopleWithLogins(Logins logins) {
    this.logins = logins;
  }

  <R> Sent<R> register(
      @Nullable LoginRequest login, Role role, UUID person, Supplier<Sent<R>> registration) {
    if (login == null) {
      return registration.get();
    }
    boolean isNew = logins.create(login.username(), login.password(), role, person);
    try {
      return registration.get();
    } catch (RuntimeException refused) {
      if (isNew) {
        logins.remove(login.username());
      }
      throw refused;
    }
  }
}
