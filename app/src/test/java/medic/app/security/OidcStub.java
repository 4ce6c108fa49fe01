package medic.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An OIDC issuer on loopback: its discovery document, its keys, and tokens of any claims. It can
 * change its key, and be away.
 */
final class OidcStub implements AutoCloseable {

  private final int port;
  private HttpServer server;
  private volatile RSAKey key;

  /** One that answers. */
  OidcStub() throws IOException, JOSEException {
    this(freePort());
    comeBack();
  }

  private OidcStub(int port) throws JOSEException {
    this.port = port;
    this.key = newKey("k1");
  }

  /** One that is not there yet. */
  static OidcStub away() throws IOException, JOSEException {
    return new OidcStub(freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void comeBack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    serve(
        "/.well-known/openid-configuration",
        () ->
            "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\",\"subject_types_supported\":[\"public\"]}"
                .formatted(issuer(), issuer()));
    serve("/jwks", () -> new JWKSet(key.toPublicJWK()).toString());
    server.start();
  }

  void goAway() {
    server.stop(0);
  }

  /** From now on there is this key, and the one before is not published any more. */
  void signWithNewKey(String id) throws JOSEException {
    key = newKey(id);
  }

  private static RSAKey newKey(String id) throws JOSEException {
    return new RSAKeyGenerator(2048).keyID(id).generate();
  }

  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  /** What a token of a subject says at least. */
  Map<String, Object> claims(String subject) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", issuer());
    claims.put("sub", subject);
    claims.put("aud", "medic");
    claims.put("exp", Instant.now().plusSeconds(600).getEpochSecond());
    return claims;
  }

  String token(Map<String, Object> claims) throws JOSEException {
    return token(key, "JWT", claims);
  }

  String tokenOfType(String type, Map<String, Object> claims) throws JOSEException {
    return token(key, type, claims);
  }

  String tokenOfAnotherKey(String id, Map<String, Object> claims) throws JOSEException {
    return token(newKey(id), "JWT", claims);
  }

  /** Signed with the public key as if it were a secret one. */
  String tokenWithPublicKeyAsSecret(Map<String, Object> claims) throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
    return signed(header, new MACSigner(key.toRSAPublicKey().getEncoded()), claims);
  }

  static String unsigned(Map<String, Object> claims) {
    return new PlainJWT(set(claims)).serialize();
  }

  private static String token(RSAKey key, String type, Map<String, Object> claims)
      throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(type == null ? null : new JOSEObjectType(type))
            .build();
    return signed(header, new RSASSASigner(key), claims);
  }

  private static String signed(JWSHeader header, JWSSigner signer, Map<String, Object> claims)
      throws JOSEException {
    SignedJWT jwt = new SignedJWT(header, set(claims));
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static JWTClaimsSet set(Map<String, Object> claims) {
    JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
    claims.forEach(set::claim);
    return set.build();
  }

  private void serve(String path, Supplier<String> json) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
