package medic.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import medic.http.AccessLog;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Public;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives a token for a username and password. */
@OwnLogins
@RestController
public final class TokenEndpoint {

  /** What is sent. */
  record Credentials(
      @NotNull @Size(max = 200) String username, @NotNull @Size(max = 200) String password) {
    @Override
    public String toString() {
      return "Credentials";
    }
  }

  /** What is answered; {@code expiresIn} is in seconds. */
  record Token(String accessToken, String tokenType, long expiresIn) {
    @Override
    public String toString() {
      return "Token";
    }
  }

  private final StoredLogins logins;
  private final TokenIssuer issuer;
  private final FailedAttempts attempts;
  private final AccessLog accessLog;

  TokenEndpoint(
      StoredLogins logins, TokenIssuer issuer, FailedAttempts attempts, AccessLog accessLog) {
    this.logins = logins;
    this.issuer = issuer;
    this.attempts = attempts;
    this.accessLog = accessLog;
  }

  @Public
  @PostMapping("/api/auth/token")
  ResponseEntity<Token> token(
      @Valid @RequestBody Credentials credentials, HttpServletRequest request) {
    String username = StoredLogins.normal(credentials.username());
    String address = request.getRemoteAddr();
    if (!attempts.allows(username, address)) {
      throw ApiException.tooMany(
          "TOO_MANY_ATTEMPTS", "Too many attempts: wait a while.", FailedAttempts.WINDOW);
    }
    Caller caller =
        logins.verify(username, credentials.password()).orElseThrow(() -> refused(username));
    attempts.forget(username, address);
    return granted(issuer.tokenFor(caller));
  }

  private static ResponseEntity<Token> granted(String token) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Token(token, "Bearer", TokenIssuer.LIFETIME.toSeconds()));
  }

  private ApiException refused(String username) {
    logins.owner(username).ifPresent(accessLog::loginRefused);
    return new ApiException(
        HttpStatus.UNAUTHORIZED, "BAD_CREDENTIALS", "Username and password do not fit.");
  }
}
