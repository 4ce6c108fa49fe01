package medic.app.security;

import java.util.UUID;
import medic.http.Role;
import org.jspecify.annotations.Nullable;

/** A login to be stored; the password is encoded. */
record NewLogin(String username, String password, Role role, @Nullable UUID person, boolean demo) {

  @Override
  public String toString() {
    return "NewLogin";
  }
}
