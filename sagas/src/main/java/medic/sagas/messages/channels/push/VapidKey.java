package medic.sagas.messages.channels.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** The key by which push services know this practice (VAPID, RFC 8292). */
public final class VapidKey {

  private static final Duration LIFETIME = Duration.ofHours(12);

  private final ECKey key;
  private final String publicPoint;

  private VapidKey(ECKey key) throws JOSEException {
    this.key = key;
    this.publicPoint =
        Base64.getUrlEncoder().withoutPadding().encodeToString(PushKeys.write(key.toECPublicKey()));
  }

  /**
   * Reads a key.
   *
   * @param jwk a JSON Web Key of P-256, with its private part
   * @throws IllegalArgumentException when it is none; it is not quoted
   */
  public static VapidKey of(String jwk) {
    try {
      ECKey key = ECKey.parse(jwk);
      if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
        throw new IllegalArgumentException("not a private JSON Web Key of P-256");
      }
      return new VapidKey(key);
    } catch (ParseException | JOSEException malformed) {
      throw new IllegalArgumentException("not a private JSON Web Key of P-256");
    }
  }

  /** A new key, to be kept. */
  public static byte[] generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .generate()
          .toJSONString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (JOSEException missing) {
      throw new IllegalStateException("this Java runtime cannot make keys of P-256", missing);
    }
  }

  /** What browsers subscribe with, in base64url. */
  String publicPoint() {
    return publicPoint;
  }

  /** The Authorization of a push to this endpoint. */
  String authorization(URI endpoint, String contact, Instant now) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).build(),
              new JWTClaimsSet.Builder()
                  .audience(endpoint.getScheme() + "://" + endpoint.getAuthority())
                  .expirationTime(Date.from(now.plus(LIFETIME)))
                  .subject("mailto:" + contact)
                  .build());
      token.sign(new ECDSASigner(key));
      return "vapid t=" + token.serialize() + ", k=" + publicPoint;
    } catch (JOSEException failure) {
      throw new IllegalStateException("cannot sign for the push service", failure);
    }
  }

  @Override
  public String toString() {
    return "VapidKey";
  }
}
