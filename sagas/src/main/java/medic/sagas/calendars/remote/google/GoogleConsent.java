package medic.sagas.calendars.remote.google;

import com.google.api.client.auth.oauth2.AuthorizationCodeRequestUrl;
import com.google.api.client.auth.oauth2.AuthorizationCodeTokenRequest;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.RefreshTokenRequest;
import com.google.api.client.auth.oauth2.TokenRequest;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.UrlEncodedContent;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import org.jspecify.annotations.Nullable;

/** Google's consent page and what follows from it: tokens given, renewed and taken back. */
public final class GoogleConsent {

  private static final String EVENTS = "https://www.googleapis.com/auth/calendar.events";
  private static final List<String> SCOPES =
      List.of(EVENTS, "https://www.googleapis.com/auth/calendar.calendarlist.readonly");
  private static final long USUAL_SECONDS = 3600;

  /** Tokens as given. A renewal brings no refresh token and names no scopes. */
  public record Tokens(
      String access, @Nullable String refresh, Instant expiresAt, List<String> scopes) {

    @Override
    public String toString() {
      return "tokens until " + expiresAt;
    }
  }

  private final GoogleSettings settings;
  private final GoogleCalls calls;
  private final Clock clock;

  public GoogleConsent(GoogleSettings settings, Clock clock) {
    this.settings = settings;
    this.calls = new GoogleCalls(clock);
    this.clock = clock;
  }

  /** Where to send the doctor. Asked for each time, since only consent brings a refresh token. */
  public String page(String redirectUri, String state, String challenge) {
    AuthorizationCodeRequestUrl page =
        new AuthorizationCodeRequestUrl(settings.consentUrl(), settings.clientId());
    page.setRedirectUri(redirectUri).setScopes(SCOPES).setState(state);
    page.set("access_type", "offline");
    page.set("prompt", "consent");
    page.set("code_challenge", challenge);
    page.set("code_challenge_method", "S256");
    return page.build();
  }

  /** The scopes without which nothing can be synchronised; people may untick any. */
  public static boolean suffices(List<String> granted) {
    return granted.containsAll(SCOPES);
  }

  public Tokens exchange(String code, String redirectUri, String verifier) {
    AuthorizationCodeTokenRequest request =
        new AuthorizationCodeTokenRequest(
            GoogleCalls.TRANSPORT, GoogleCalls.JSON, new GenericUrl(settings.tokenUrl()), code);
    request.setRedirectUri(redirectUri).set("code_verifier", verifier);
    return tokens(request);
  }

  public Tokens renew(String refreshToken) {
    return tokens(
        new RefreshTokenRequest(
            GoogleCalls.TRANSPORT,
            GoogleCalls.JSON,
            new GenericUrl(settings.tokenUrl()),
            refreshToken));
  }

  private Tokens tokens(TokenRequest request) {
    request
        .setRequestInitializer(GoogleCalls.withToken(null))
        .setClientAuthentication(
            new ClientParametersAuthentication(settings.clientId(), settings.clientSecret()));
    TokenResponse given = calls.call(() -> granted(request));
    Long seconds = given.getExpiresInSeconds();
    return new Tokens(
        given.getAccessToken(),
        given.getRefreshToken(),
        clock.instant().plusSeconds(seconds == null ? USUAL_SECONDS : seconds),
        given.getScope() == null ? List.of() : Arrays.asList(given.getScope().split(" ")));
  }

  private static TokenResponse granted(TokenRequest request) throws java.io.IOException {
    try {
      return request.execute();
    } catch (TokenResponseException refused) {
      String error = refused.getDetails() == null ? "" : refused.getDetails().getError();
      if ("invalid_grant".equals(error)) {
        throw new RemoteFailure(Kind.GRANT_BROKEN, "invalid_grant");
      }
      throw refused;
    }
  }

  /** Takes the grant back at Google; one that is gone already is as good. */
  public void revoke(String token) {
    calls.call(
        () -> {
          var request =
              GoogleCalls.TRANSPORT
                  .createRequestFactory(GoogleCalls.withToken(null))
                  .buildPostRequest(
                      new GenericUrl(settings.revokeUrl()),
                      new UrlEncodedContent(Map.of("token", token)))
                  .setThrowExceptionOnExecuteError(false);
          request.execute().disconnect();
          return true;
        });
  }
}
