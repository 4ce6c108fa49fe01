package medic.app.security;

import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import medic.app.security.AttemptLimits.Limit;
import medic.events.login.LoginDeed;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.FieldError;
import medic.http.LoginLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Lets people replace their password, and those who forgot it ask for a link. */
final class PasswordChanges {

  private static final Logger LOG = LoggerFactory.getLogger(PasswordChanges.class);

  private final LoginTable table;
  private final Passwords passwords;
  private final AttemptLimits limits;
  private final LoginLog log;
  private final SignIn signIn;
  private final ResetLinks links;
  private final Executor later;

  /** Where links for new passwords come from. */
  interface ResetLinks {
    void send(Login login);
  }

  PasswordChanges(
      LoginTable table,
      Passwords passwords,
      AttemptLimits limits,
      LoginLog log,
      SignIn signIn,
      ResetLinks links,
      Executor later) {
    this.table = table;
    this.passwords = passwords;
    this.limits = limits;
    this.log = log;
    this.signIn = signIn;
    this.links = links;
    this.later = later;
  }

  /** Answers a token of the next generation. On record first: the old password works once. */
  String change(Caller caller, String before, String after, String remote) {
    UUID id = CallerAuthentication.currentSession().loginId();
    String address = ClientNetwork.of(remote).address();
    limits.count(Limit.ACCOUNT_FROM_ADDRESS, id + "\n" + address);
    Login login = table.find(id).orElseThrow(PasswordChanges::wrong);
    if (!passwords.matches(before, login.password())) {
      throw wrong();
    }
    limits.giveBack(Limit.ACCOUNT_FROM_ADDRESS, id + "\n" + address, 1);
    passwords.mustBeAcceptable("newPassword", after);
    String encoded = passwords.encode(after);
    log.put(LoginDeed.PASSWORD_CHANGED, caller, caller, null);
    int generation = table.changePassword(id, encoded);
    return signIn.tokenAgain(caller, id, generation);
  }

  /** What is done for a login that is there is done after the answer: nobody can time it. */
  void reset(String name, String remote) {
    limits.count(Limit.RESETS_FROM_ADDRESS, ClientNetwork.of(remote).address());
    try {
      later.execute(() -> reset(StoredLogins.normal(name)));
    } catch (RejectedExecutionException tooMany) {
      LOG.warn("Too many requests for new passwords at once: one is left undone");
    }
  }

  private void reset(String username) {
    try {
      table.find(username).filter(Login::enabled).ifPresent(links::send);
    } catch (RuntimeException failure) {
      LOG.warn("A link for a new password was not made: {}", failure.toString());
    }
  }

  private static ApiException wrong() {
    return new ApiException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "WRONG_PASSWORD",
        "The old password does not fit.",
        new FieldError("oldPassword", "WRONG_PASSWORD", "does not fit"));
  }
}
