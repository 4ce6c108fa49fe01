package medic.sagas.messages.channels.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, section 5 and appendix A. */
class PushEncryptionTest {

  private static final String BROWSER =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String SENDER =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final String SENDERS_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
  private static final String BODY =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
          + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVW"
          + "GNWQexSgSxsj_Qulcy4a-fN";

  @Test
  void encryptsAsTheRfcDoes() throws Exception {
    byte[] clear = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII);

    byte[] body =
        PushEncryption.encrypt(
            clear, PushKeys.read(bytes(BROWSER)), bytes(AUTH), sender(), bytes(SALT));

    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body)).isEqualTo(BODY);
  }

  @Test
  void writesPointsAsItReadsThem() {
    assertThat(PushKeys.write(PushKeys.read(bytes(BROWSER)))).isEqualTo(bytes(BROWSER));
  }

  @Test
  void refusesWhatIsNoPointOfTheCurve() {
    byte[] off = bytes(BROWSER);
    off[64] ^= 1;
    assertThatThrownBy(() -> PushKeys.read(off)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PushKeys.read(new byte[65]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PushKeys.read(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static KeyPair sender() throws Exception {
    ECPublicKey point = PushKeys.read(bytes(SENDER));
    BigInteger secret = new BigInteger(1, bytes(SENDERS_PRIVATE));
    return new KeyPair(
        point,
        KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(secret, point.getParams())));
  }

  private static byte[] bytes(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }
}
