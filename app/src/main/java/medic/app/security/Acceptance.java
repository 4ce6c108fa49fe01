package medic.app.security;

import java.util.UUID;
import medic.app.security.InvitationTable.Invitation;
import medic.app.security.InvitationTable.Invitee;
import medic.events.login.LoginDeed;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.LoginLog;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the password of whoever comes with a one-time link. */
final class Acceptance {

  private final InvitationTable invitations;
  private final LoginTable table;
  private final StoredLogins logins;
  private final Passwords passwords;
  private final LoginLog log;
  private final TransactionTemplate transaction;

  Acceptance(
      InvitationTable invitations,
      LoginTable table,
      StoredLogins logins,
      Passwords passwords,
      LoginLog log,
      TransactionTemplate transaction) {
    this.invitations = invitations;
    this.table = table;
    this.logins = logins;
    this.passwords = passwords;
    this.log = log;
    this.transaction = transaction;
  }

  /**
   * Uses a link up. Link, login and the entry of it are there together, or none is: where the name
   * is taken, the link can be used again with another.
   *
   * @param remote from where: the login can be signed in to from there whatever strangers do
   * @throws ApiException 404 for a link that is none, used or over; 400 or 409 for name or password
   */
  void accept(String link, @Nullable String username, String password, String remote) {
    Invitation invitation = invitations.find(link).orElseThrow(Acceptance::noLink);
    UUID login = invitation.who().login();
    if (login == null) {
      create(invitation, name(invitation.who(), username), password, remote);
    } else {
      change(invitation, login, password, remote);
    }
  }

  private static String name(Invitee who, @Nullable String wanted) {
    if (who.username() != null) {
      return who.username();
    }
    if (wanted == null) {
      throw ApiException.badField("username", "REQUIRED", "is required");
    }
    return StoredLogins.normal(wanted);
  }

  private void create(Invitation invitation, String username, String password, String remote) {
    Invitee who = invitation.who();
    logins.mustBeAcceptable(username, password);
    try {
      transaction.executeWithoutResult(
          status -> {
            use(invitation);
            logins.add(username, password, who.role(), who.person());
            put(LoginDeed.CREATED, new Caller(who.role(), username, who.person()));
          });
    } catch (ApiException refused) {
      invitations.countAttempt(invitation.id());
      throw refused;
    }
    table.find(username).ifPresent(made -> remember(made, remote));
  }

  private void change(Invitation invitation, UUID login, String password, String remote) {
    passwords.mustBeAcceptable("password", password);
    String encoded = passwords.encode(password);
    Login changed = table.find(login).orElseThrow(Acceptance::noLink);
    transaction.executeWithoutResult(
        status -> {
          use(invitation);
          table.changePassword(login, encoded);
          put(LoginDeed.PASSWORD_CHANGED, changed.caller());
        });
    remember(changed, remote);
  }

  private void remember(Login login, String remote) {
    table.remember(login.id(), table.addressHash(ClientNetwork.of(remote).address()));
  }

  private void use(Invitation invitation) {
    if (!invitations.use(invitation.id())) {
      throw noLink();
    }
  }

  private void put(LoginDeed deed, Caller owner) {
    log.put(deed, owner, owner, null);
  }

  private static ApiException noLink() {
    return ApiException.notFound("link: it was used, or is over");
  }
}
