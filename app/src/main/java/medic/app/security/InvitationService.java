package medic.app.security;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import medic.app.security.AttemptLimits.Limit;
import medic.app.security.InvitationTable.Invitation;
import medic.app.security.InvitationTable.Invitee;
import medic.events.id.DoctorId;
import medic.events.id.InvitationId;
import medic.events.id.PatientId;
import medic.events.login.LoginDeed;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Invitations;
import medic.http.LoginLog;
import medic.http.Role;
import medic.sagas.messages.outbox.OneTimeLinks;
import medic.sagas.messages.sending.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes one-time links, and sees to it that they reach whom they are for, and nobody else. */
@OwnLogins
@Component
class InvitationService implements Invitations, OneTimeLinks {

  static final Duration INVITED_FOR = Duration.ofDays(7);
  static final Duration RESET_WITHIN = Duration.ofHours(1);

  private final InvitationTable invitations;
  private final LoginTable logins;
  private final AttemptLimits limits;
  private final LoginLog log;
  private final Reach reach;
  private final OneTimeLinkPage page;

  InvitationService(
      InvitationTable invitations,
      LoginTable logins,
      AttemptLimits limits,
      LoginLog log,
      Reach reach,
      OneTimeLinkPage page) {
    this.invitations = invitations;
    this.logins = logins;
    this.limits = limits;
    this.log = log;
    this.reach = reach;
    this.page = page;
  }

  @Override
  public Invited invite(Guest guest, @Nullable Caller by, boolean showLink) {
    if (logins.hasLogin(guest.role(), guest.person())) {
      throw StoredLogins.loginExists();
    }
    Caller owner = new Caller(guest.role(), "", guest.person());
    mustNotBeReached(owner, showLink);
    limits.count(Limit.LINKS, guest.person().toString());
    return made(LoginDeed.INVITED, null, owner, by, showLink);
  }

  @Override
  public Optional<Invited> inviteOnce(Guest guest, @Nullable Caller by) {
    boolean isDone =
        logins.hasLogin(guest.role(), guest.person())
            || invitations.isInvited(guest.role(), guest.person());
    return isDone ? Optional.empty() : Optional.of(invite(guest, by, false));
  }

  /** Invites somebody who is neither doctor nor patient, whose address is not known here. */
  Invited inviteStaff(String name, Role role, Caller by) {
    String username = StoredLogins.normal(name);
    StoredLogins.mustBeUsername(username);
    if (logins.find(username).isPresent()) {
      throw StoredLogins.usernameTaken();
    }
    limits.count(Limit.LINKS, username);
    return made(LoginDeed.INVITED, null, new Caller(role, username, null), by, true);
  }

  /** A link by which the owner of a login sets another password; an earlier one ends. */
  Invited reset(Login login, Caller by, boolean showLink) {
    mustNotBeReached(login.caller(), showLink);
    limits.count(Limit.LINKS, login.id().toString());
    return made(LoginDeed.RESET_REQUESTED, login.id(), login.caller(), by, showLink);
  }

  /**
   * The same, asked for by nobody knows whom. One link at a time: a stranger neither fills a
   * mailbox nor ends the link that the owner asked for.
   */
  void resetOnce(Login login) {
    if (!invitations.isResetting(login.id())) {
      made(LoginDeed.RESET_REQUESTED, login.id(), login.caller(), null, false);
    }
  }

  private Invited made(
      LoginDeed deed, @Nullable UUID login, Caller owner, @Nullable Caller by, boolean showLink) {
    String username = owner.person() == null && login == null ? owner.login() : null;
    Invitation made =
        invitations.make(
            new Invitee(login, owner.role(), owner.person(), username),
            deed == LoginDeed.INVITED ? INVITED_FOR : RESET_WITHIN);
    if (showLink) {
      log.put(LoginDeed.LINK_SHOWN, owner, by, made.id());
    }
    log.put(deed, owner, by, made.id());
    URI link = showLink ? issue(made.id()).orElseThrow() : null;
    return new Invited(made.id(), made.expiresAt(), link);
  }

  private void mustNotBeReached(Caller owner, boolean showLink) {
    if (showLink && isReached(owner)) {
      throw new ApiException(
          HttpStatus.CONFLICT, "LINK_IS_SENT", "A message reaches them: the link is sent to them.");
    }
  }

  private boolean isReached(Caller owner) {
    return switch (owner.role()) {
      case PATIENT -> owner.person() != null && reach.reaches(new PatientId(owner.person()));
      case DOCTOR -> owner.person() != null && reach.reaches(new DoctorId(owner.person()));
      case ADMIN, AUDITOR -> false;
    };
  }

  @Override
  public Optional<URI> issue(InvitationId invitation) {
    return invitations.link(invitation).map(page::with);
  }
}
