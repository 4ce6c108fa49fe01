package medic.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import medic.app.security.TokenEndpoint.Token;
import medic.contact.Verbatim;
import medic.http.Access;
import medic.http.Caller;
import medic.http.MayAnswer;
import medic.http.NoContent;
import medic.http.Public;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sets passwords: by a one-time link, or by whoever knows the one before. */
@OwnLogins
@RestController
final class PasswordEndpoint {

  /**
   * What whoever has a link sends.
   *
   * @param username to sign in by from now on; needed once, by patients and doctors
   */
  record Accepting(
      @NotNull @Size(max = 100) String token,
      @Nullable @Size(max = 100) String username,
      @NotNull @Size(max = 1000) @Verbatim String password) {
    @Override
    public String toString() {
      return "Accepting";
    }
  }

  /** What is sent for another password. */
  record Changing(
      @NotNull @Size(max = 1000) @Verbatim String oldPassword,
      @NotNull @Size(max = 1000) @Verbatim String newPassword) {
    @Override
    public String toString() {
      return "Changing";
    }
  }

  /** What whoever forgot their password sends. */
  record Forgetting(@NotNull @Size(max = 200) String username) {
    @Override
    public String toString() {
      return "Forgetting";
    }
  }

  private final Acceptance acceptance;
  private final PasswordChanges changes;

  PasswordEndpoint(Acceptance acceptance, PasswordChanges changes) {
    this.acceptance = acceptance;
    this.changes = changes;
  }

  @Public
  @MayAnswer({HttpStatus.NOT_FOUND, HttpStatus.CONFLICT})
  @PostMapping("/api/auth/invitations/accept")
  NoContent accept(@Valid @RequestBody Accepting body, HttpServletRequest request) {
    acceptance.accept(body.token(), body.username(), body.password(), request.getRemoteAddr());
    return new NoContent(HttpHeaders.EMPTY);
  }

  /** Every other token of the login ends; the answer is a new one. */
  @MayAnswer(HttpStatus.TOO_MANY_REQUESTS)
  @PostMapping("/api/auth/password")
  @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
  ResponseEntity<Token> change(
      @Valid @RequestBody Changing body, Caller caller, HttpServletRequest request) {
    return Token.granted(
        changes.change(caller, body.oldPassword(), body.newPassword(), request.getRemoteAddr()));
  }

  /** The same answer whether there is such a login or not; the link goes to its owner. */
  @Public
  @MayAnswer(HttpStatus.TOO_MANY_REQUESTS)
  @PostMapping("/api/auth/password-reset")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void reset(@Valid @RequestBody Forgetting body, HttpServletRequest request) {
    changes.reset(body.username(), request.getRemoteAddr());
  }
}
