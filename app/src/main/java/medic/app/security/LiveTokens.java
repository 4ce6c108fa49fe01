package medic.app.security;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Takes a token of our own only while its login does: asked anew for every request. */
record LiveTokens(CallerClaims claims, LoginStates logins) implements TokenReader {

  @Override
  public AbstractAuthenticationToken convert(Jwt token) {
    CallerAuthentication caller = claims.convert(token);
    Session session = session(token);
    if (!takes(session)) {
      throw new InvalidBearerTokenException("the token has ended");
    }
    return caller.with(session);
  }

  private boolean takes(Session session) {
    try {
      return logins.take(session);
    } catch (DataAccessException away) {
      throw new AuthenticationServiceException("the logins cannot be read", away);
    }
  }

  /** Tokens of an earlier version name no login: their owners sign in again. */
  private static Session session(Jwt token) {
    try {
      return new Session(
          UUID.fromString(text(token, TokenIssuer.LOGIN)),
          Integer.parseInt(text(token, TokenIssuer.GENERATION)),
          UUID.fromString(Objects.requireNonNullElse(token.getId(), "")),
          Objects.requireNonNullElse(token.getExpiresAt(), Instant.EPOCH));
    } catch (IllegalArgumentException malformed) {
      throw new InvalidBearerTokenException("the token names no login");
    }
  }

  private static String text(Jwt token, String claim) {
    return String.valueOf(token.getClaims().get(claim));
  }
}
