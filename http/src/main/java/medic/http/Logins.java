package medic.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names and passwords by which people get tokens from this server. */
public interface Logins {

  /**
   * Creates a login, unless this person has it already: the same request may come twice.
   *
   * @param person the doctor or patient it belongs to; null for admins and auditors
   * @return whether it is new
   * @throws ApiException 409 {@code USERNAME_TAKEN}; 400 when name or password is not acceptable
   */
  boolean create(String username, String password, Role role, @Nullable UUID person);

  /**
   * Creates or resets a login with a well-known password, for a server that only tries things out.
   *
   * @throws IllegalStateException when the server runs with a real configuration
   */
  void createDemo(String username, String password, Role role, @Nullable UUID person);

  /** Is there a login of this name? */
  boolean exists(String username);

  /** Removes a login, if there is such; its tokens end by themselves. */
  void remove(String username);
}
