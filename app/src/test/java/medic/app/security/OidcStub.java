package medic.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An OIDC issuer on loopback: its discovery document, its keys, and tokens of any claims. */
final class OidcStub implements AutoCloseable {

  private final HttpServer server;
  private final RSAKey key;

  OidcStub() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\",\"subject_types_supported\":[\"public\"]}"
            .formatted(issuer(), issuer()));
    serve("/jwks", new JWKSet(key.toPublicJWK()).toString());
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String token(Map<String, Object> claims) throws JOSEException {
    return token(key, claims);
  }

  String tokenOfAnotherKey(Map<String, Object> claims) throws JOSEException {
    return token(new RSAKeyGenerator(2048).keyID("k1").generate(), claims);
  }

  private static String token(RSAKey key, Map<String, Object> claims) throws JOSEException {
    JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
    claims.forEach(set::claim);
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set.build());
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  private void serve(String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
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
