package medic.sagas.messages.channels.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's signature of a callback: the base64 of HMAC-SHA1, under the account's token, of the URL
 * that it calls followed by each form field's name and value, by name.
 */
final class RequestSignature {

  static final String HEADER = "X-Twilio-Signature";
  private static final String HMAC = "HmacSHA1";

  private RequestSignature() {}

  static boolean isRight(
      @Nullable String signature, String token, String url, Map<String, String[]> form) {
    return signature != null
        && MessageDigest.isEqual(
            signature.getBytes(StandardCharsets.UTF_8),
            of(token, url, form).getBytes(StandardCharsets.UTF_8));
  }

  static String of(String token, String url, Map<String, String[]> form) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form)
        .forEach(
            (name, values) -> {
              for (String value : values) {
                signed.append(name).append(value);
              }
            });
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java runtime cannot do " + HMAC, missing);
    }
  }
}
