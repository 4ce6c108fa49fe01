package medic.app.security;

import java.util.Objects;
import java.util.UUID;
import medic.http.Caller;
import medic.http.Role;
import org.jspecify.annotations.Nullable;

/**
 * A stored login; the password is encoded.
 *
 * @param username absent where a patient's is only known by its hash
 * @param generation counts what ended all earlier tokens
 * @param fromKnownAddress whether it was signed in to from the address asked about
 */
record Login(
    UUID id,
    @Nullable String username,
    String password,
    Role role,
    @Nullable UUID person,
    boolean demo,
    int generation,
    boolean enabled,
    boolean fromKnownAddress) {

  Caller caller() {
    return new Caller(role, Objects.requireNonNullElse(username, ""), person);
  }

  @Override
  public String toString() {
    return "Login[" + id + "]";
  }
}
