package medic.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names and passwords by which people get tokens from this server. */
public interface Logins {

  /**
   * Creates a login, unless this person has it already: the same request may come twice.
   *
   * @param person the doctor or patient it belongs to, who has one at most; null for admins and
   *     auditors
   * @throws ApiException 409 {@code USERNAME_TAKEN} or {@code LOGIN_EXISTS}; 400 when name or
   *     password is not acceptable
   */
  void create(String username, String password, Role role, @Nullable UUID person);

  /**
   * Checks that the name is nobody else's, and name and password are acceptable.
   *
   * @throws ApiException 409 {@code USERNAME_TAKEN}; 400 as {@link #create} does
   */
  void mustBeFree(String username, String password, Role role, @Nullable UUID person);

  /**
   * Creates or resets a login with a well-known password, for a server that only tries things out.
   *
   * @throws IllegalStateException when the server runs with a real configuration
   */
  void createDemo(String username, String password, Role role, @Nullable UUID person);

  /** Is there a login of this name? */
  boolean exists(String username);
}
