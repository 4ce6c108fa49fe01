package medic.app.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import medic.events.login.LoginDeed;
import medic.http.Accepted;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Invitations.Invited;
import medic.http.LoginLog;
import medic.http.MayAnswer;
import medic.http.NoContent;
import medic.http.Page;
import medic.http.Role;
import medic.sagas.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets admins make logins of staff, and stop, let in again and reset those of all. */
@OwnLogins
@RestController
@RequestMapping("/api/admin/logins")
class LoginEndpoint {

  private static final String PATH = "/api/admin/logins";

  /** A login of an admin or an auditor. Doctors and patients are invited where they are. */
  record NewStaff(@NotNull @Size(max = 100) String username, @NotNull Role role) {}

  /**
   * How a link is to be made.
   *
   * @param showLink whether to be shown it, as no message reaches the login's owner
   */
  record NewLink(@Nullable Boolean showLink) {}

  private final LoginTable table;
  private final InvitationService invitations;
  private final LoginLog log;

  LoginEndpoint(LoginTable table, InvitationService invitations, LoginLog log) {
    this.table = table;
    this.invitations = invitations;
    this.log = log;
  }

  @GetMapping
  @Access({Role.ADMIN, Role.AUDITOR})
  Page<LoginView> list(
      @RequestParam @Nullable Role role,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    Paging paging = Paging.of(limit, cursor);
    List<LoginView> found = table.page(role, paging.before(), paging.limit());
    return new Page<>(found, paging.next(found, LoginView::number));
  }

  /** Shows the link: it is for the admin to hand over, and that it was shown is on record. */
  @PostMapping
  @MayAnswer(HttpStatus.TOO_MANY_REQUESTS)
  @Access(Role.ADMIN)
  Accepted<Invited> make(@Valid @RequestBody NewStaff body, Caller caller) {
    if (body.role() == Role.DOCTOR || body.role() == Role.PATIENT) {
      throw ApiException.badField(
          "role",
          "UNKNOWN_VALUE",
          "must be ADMIN or AUDITOR: others are invited by their own route");
    }
    return answer(invitations.inviteStaff(body.username(), body.role(), caller));
  }

  @PostMapping("/{loginId}/disable")
  @Access(Role.ADMIN)
  NoContent disable(@PathVariable UUID loginId, Caller caller) {
    Login login = found(loginId);
    if (CallerAuthentication.currentSession().loginId().equals(loginId)) {
      throw new ApiException(
          HttpStatus.UNPROCESSABLE_CONTENT, "OWN_LOGIN", "Another admin must do this.");
    }
    return switched(login, false, caller);
  }

  @PostMapping("/{loginId}/enable")
  @Access(Role.ADMIN)
  NoContent enable(@PathVariable UUID loginId, Caller caller) {
    return switched(found(loginId), true, caller);
  }

  /** On record first: what is done already when it is asked again leaves no entry. */
  private NoContent switched(Login login, boolean enabled, Caller caller) {
    if (login.enabled() != enabled) {
      log.put(enabled ? LoginDeed.ENABLED : LoginDeed.DISABLED, login.caller(), caller, null);
      table.setEnabled(login.id(), enabled);
    }
    return new NoContent(HttpHeaders.EMPTY);
  }

  @PostMapping("/{loginId}/reset")
  @MayAnswer(HttpStatus.TOO_MANY_REQUESTS)
  @Access(Role.ADMIN)
  Accepted<Invited> reset(
      @PathVariable UUID loginId,
      @Valid @RequestBody(required = false) @Nullable NewLink body,
      Caller caller) {
    boolean showLink = body != null && Boolean.TRUE.equals(body.showLink());
    return answer(invitations.reset(found(loginId), caller, showLink));
  }

  private Login found(UUID id) {
    return table.find(id).orElseThrow(() -> ApiException.notFound("login"));
  }

  private static Accepted<Invited> answer(Invited invited) {
    HttpHeaders headers = new HttpHeaders();
    headers.setCacheControl("no-store");
    return new Accepted<>(PATH, invited, headers);
  }
}
