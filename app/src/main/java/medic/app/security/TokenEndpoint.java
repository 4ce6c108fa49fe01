package medic.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import medic.contact.Verbatim;
import medic.events.login.LoginDeed;
import medic.http.Access;
import medic.http.Caller;
import medic.http.LoginLog;
import medic.http.MayAnswer;
import medic.http.NoContent;
import medic.http.Public;
import medic.http.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives a token for a username and password, and takes it back. */
@OwnLogins
@RestController
final class TokenEndpoint {

  /** What is sent. */
  record Credentials(
      @NotNull @Size(max = 200) String username,
      @NotNull @Size(max = 1000) @Verbatim String password) {
    @Override
    public String toString() {
      return "Credentials";
    }
  }

  /** What is answered; {@code expiresIn} is in seconds. */
  record Token(String accessToken, String tokenType, long expiresIn) {

    static ResponseEntity<Token> granted(String token) {
      return ResponseEntity.ok()
          .cacheControl(CacheControl.noStore())
          .body(new Token(token, "Bearer", TokenIssuer.LIFETIME.toSeconds()));
    }

    @Override
    public String toString() {
      return "Token";
    }
  }

  private final SignIn signIn;
  private final LoginStates states;
  private final LoginLog log;

  TokenEndpoint(SignIn signIn, LoginStates states, LoginLog log) {
    this.signIn = signIn;
    this.states = states;
    this.log = log;
  }

  @Public
  @MayAnswer({HttpStatus.UNAUTHORIZED, HttpStatus.TOO_MANY_REQUESTS})
  @PostMapping("/api/auth/token")
  ResponseEntity<Token> token(
      @Valid @RequestBody Credentials credentials, HttpServletRequest request) {
    return Token.granted(
        signIn.token(credentials.username(), credentials.password(), request.getRemoteAddr()));
  }

  /**
   * The token that this is asked with is taken no more, by any process. On record first: it cannot
   * ask again.
   */
  @PostMapping("/api/auth/sign-out")
  @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
  NoContent signOut(Caller caller) {
    log.put(LoginDeed.SIGNED_OUT, caller, caller, null);
    states.signOut(CallerAuthentication.currentSession());
    return new NoContent(HttpHeaders.EMPTY);
  }
}
