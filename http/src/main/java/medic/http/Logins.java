package medic.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names and passwords by which people get tokens from this server. */
public interface Logins {

  /**
   * Creates or resets a login with a well-known password, for a server that only tries things out.
   *
   * @throws IllegalStateException when the server runs with a real configuration
   */
  void createDemo(String username, String password, Role role, @Nullable UUID person);

  /** Is there a login of this name? */
  boolean exists(String username);
}
