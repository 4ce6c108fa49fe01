package medic.trials.cluster;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An OIDC provider on loopback: discovery, its keys, and tokens for whoever is named. */
public final class Issuer implements AutoCloseable {

  private static final int KEY_BITS = 2048;
  private static final Duration LIFETIME = Duration.ofHours(12);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(Issuer::daemon);
  private final RSAKey key;

  private Issuer(HttpServer server, RSAKey key) {
    this.server = server;
    this.key = key;
  }

  public static Issuer start() throws IOException {
    try {
      RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID("trials").generate();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Issuer issuer = new Issuer(server, key);
      server.createContext("/", issuer::answer);
      server.setExecutor(issuer.threads);
      server.start();
      return issuer;
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * A token that lasts for longer than any trial.
   *
   * @param person the doctor or patient; null for others
   */
  public String token(String role, String subject, @Nullable String person) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(address())
            .audience("medic")
            .subject(subject)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .claim("role", role);
    if (person != null) {
      claims.claim("person", person);
    }
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body =
          switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" ->
                """
                {"issuer":"@","jwks_uri":"@/keys","authorization_endpoint":"@/authorize",
                 "token_endpoint":"@/token","response_types_supported":["code"],
                 "subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}
                """
                    .replace("@", address());
            case "/keys" -> new JWKSet(key).toString();
            default -> "";
          };
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "issuer");
    thread.setDaemon(true);
    return thread;
  }
}
