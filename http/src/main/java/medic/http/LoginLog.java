package medic.http;

import java.time.Instant;
import medic.events.id.InvitationId;
import medic.events.login.LoginDeed;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record, in the event log itself, what happens to logins. A method returns once its entry
 * is stored and throws otherwise.
 */
public interface LoginLog {

  /**
   * Something was done to a login.
   *
   * @param by who did it; the engine itself where there is nobody, as from a practice's file
   * @param invitation of a deed by which a one-time link was made or shown
   */
  void put(LoginDeed deed, Caller owner, @Nullable Caller by, @Nullable InvitationId invitation);

  /** After a wrong password with an entry of its own so many more were given. */
  void signInsRefused(Caller owner, int count, Instant since);
}
