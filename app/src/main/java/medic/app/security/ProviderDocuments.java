package medic.app.security;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What an OIDC issuer publishes: its discovery document and, where that says, its keys. */
final class ProviderDocuments {

  /** For a whole answer, however slowly it comes. */
  private static final Duration MAX_TIME = Duration.ofSeconds(3);

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final String issuer;
  private final HttpClient http;

  ProviderDocuments(String issuer) {
    this.issuer = issuer;
    this.http = HttpClient.newBuilder().connectTimeout(MAX_TIME).build();
  }

  /** The keys that it signs with now. */
  JWKSet keys() throws RemoteKeySourceException {
    try {
      Map<String, Object> discovery = JSONObjectUtils.parse(get(discoveryAddress()));
      if (!issuer.equals(discovery.get("issuer"))) {
        throw new RemoteKeySourceException("its discovery document names another issuer", null);
      }
      return JWKSet.parse(get(String.valueOf(discovery.get("jwks_uri"))));
    } catch (ParseException | IllegalArgumentException unreadable) {
      throw new RemoteKeySourceException("it published what cannot be read", unreadable);
    }
  }

  private String discoveryAddress() {
    return (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DISCOVERY;
  }

  private String get(String address) throws RemoteKeySourceException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(MAX_TIME).build();
    CompletableFuture<HttpResponse<String>> call = http.sendAsync(request, BodyHandlers.ofString());
    try {
      HttpResponse<String> answer = call.get(MAX_TIME.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
        throw new RemoteKeySourceException("it answered " + answer.statusCode(), null);
      }
      return answer.body();
    } catch (ExecutionException | TimeoutException unreachable) {
      call.cancel(true);
      throw new RemoteKeySourceException("it cannot be reached", unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RemoteKeySourceException("it was not waited for", interrupted);
    }
  }
}
