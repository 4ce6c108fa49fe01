package medic.app.security;

import java.util.UUID;
import medic.http.Caller;
import medic.http.Role;
import org.jspecify.annotations.Nullable;

/** A stored login; the password is encoded. */
record Login(String username, String password, Role role, @Nullable UUID person, boolean demo) {

  Caller caller() {
    return new Caller(role, username, person);
  }

  @Override
  public String toString() {
    return "Login[" + username + "]";
  }
}
