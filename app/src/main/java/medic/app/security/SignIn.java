package medic.app.security;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import medic.app.security.AttemptLimits.Limit;
import medic.events.login.LoginDeed;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.LoginLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Turns a name and a password into a token. All that is done for a name that is nobody's is what is
 * done for a wrong password, in the same order.
 */
final class SignIn {

  private final LoginTable table;
  private final Passwords passwords;
  private final AttemptLimits limits;
  private final RefusedSignIns refusals;
  private final LoginLog log;
  private final TokenIssuer issuer;
  private final Supplier<UUID> tokenIds;

  SignIn(
      LoginTable table,
      Passwords passwords,
      AttemptLimits limits,
      RefusedSignIns refusals,
      LoginLog log,
      TokenIssuer issuer,
      Supplier<UUID> tokenIds) {
    this.table = table;
    this.passwords = passwords;
    this.limits = limits;
    this.refusals = refusals;
    this.log = log;
    this.issuer = issuer;
    this.tokenIds = tokenIds;
  }

  /**
   * Signs somebody in.
   *
   * @throws ApiException 401 {@code BAD_CREDENTIALS}, 429
   */
  String token(String name, String password, String remote) {
    String username = StoredLogins.normal(name);
    ClientNetwork from = ClientNetwork.of(remote);
    byte[] address = table.addressHash(from.address());
    count(username, from);
    Optional<Login> login = table.find(username, address);
    boolean isKnown = login.map(Login::fromKnownAddress).orElse(false);
    if (!isKnown) {
      limits.count(Limit.ACCOUNT, username);
    }
    if (!matches(login.orElse(null), password)) {
      refusals.note(table.hash(username), login.orElse(null));
      throw wrong();
    }
    return let(login.orElseThrow(), username, password, from, isKnown);
  }

  private void count(String username, ClientNetwork from) {
    limits.count(Limit.ADDRESS, from.address());
    limits.count(Limit.NETWORK, from.surroundings());
    limits.count(Limit.ACCOUNT_FROM_ADDRESS, username + "\n" + from.address());
  }

  private boolean matches(@Nullable Login login, String password) {
    if (login == null) {
      passwords.matchNobodys(password);
      return false;
    }
    return passwords.matches(password, login.password()) && login.enabled();
  }

  private String let(
      Login login, String username, String password, ClientNetwork from, boolean isKnown) {
    limits.giveBack(Limit.ADDRESS, from.address(), 1);
    limits.giveBack(Limit.NETWORK, from.surroundings(), 1);
    Limit both = Limit.ACCOUNT_FROM_ADDRESS;
    limits.giveBack(both, username + "\n" + from.address(), both.most());
    if (!isKnown) {
      limits.giveBack(Limit.ACCOUNT, username, 1);
    }
    limits.count(Limit.SIGN_INS, login.id().toString());
    if (passwords.isEncodedOtherwise(login.password())) {
      table.encodeAnew(login, passwords.encode(password));
    }
    table.remember(login.id(), table.addressHash(from.address()));
    Caller caller = login.caller();
    log.put(LoginDeed.SIGNED_IN, caller, caller, null);
    return issuer.tokenFor(caller, login.id(), login.generation(), tokenIds.get());
  }

  /** Another token for whoever has one, as after a change of password. */
  String tokenAgain(Caller caller, UUID login, int generation) {
    return issuer.tokenFor(caller, login, generation, tokenIds.get());
  }

  private static ApiException wrong() {
    return new ApiException(
        HttpStatus.UNAUTHORIZED, "BAD_CREDENTIALS", "Username and password do not fit.");
  }
}
