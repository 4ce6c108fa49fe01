package medic.app.security;

import java.util.List;
import medic.http.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A verified caller. */
final class CallerAuthentication extends AbstractAuthenticationToken {

  private final transient Caller caller;
  private final transient @Nullable Session session;

  CallerAuthentication(Caller caller) {
    this(caller, null);
  }

  private CallerAuthentication(Caller caller, @Nullable Session session) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
    this.caller = caller;
    this.session = session;
    setAuthenticated(true);
  }

  /** The same caller, by this token. */
  CallerAuthentication with(Session token) {
    return new CallerAuthentication(caller, token);
  }

  /** The token that the current request came with. */
  static Session currentSession() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known instanceof CallerAuthentication caller && caller.session != null) {
      return caller.session;
    }
    throw new IllegalStateException("no request of a caller with a token of ours");
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallerAuthentication that && caller.equals(that.caller);
  }

  @Override
  public int hashCode() {
    return caller.hashCode();
  }
}
