package medic.app.security;

import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import medic.http.ApiException;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * What a password may be, and how it is kept: 8 to 128 characters, however they are spelled in
 * bytes, and none of the common ones.
 */
final class Passwords {

  static final int MIN_LENGTH = 8;
  static final int MAX_LENGTH = 128;

  private static final String NOW = "bcrypt-sha384";

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          NOW, Map.of(NOW, new LongPasswordEncoder(), "bcrypt", new EarlierPasswordEncoder()));
  private final CommonPasswords common = new CommonPasswords(MIN_LENGTH);
  private final String nobodys = encode("nobody's password");

  /**
   * Refuses what may not be set.
   *
   * @throws ApiException 400, naming the field
   */
  void mustBeAcceptable(String field, String password) {
    String normal = normal(password);
    int length = normal.codePointCount(0, normal.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw ApiException.badField(
          field, "SIZE", "must be " + MIN_LENGTH + " to " + MAX_LENGTH + " characters long");
    }
    if (common.contain(normal)) {
      throw ApiException.badField(
          field, "TOO_COMMON", "is one of the most common passwords: choose another");
    }
  }

  String encode(String password) {
    return Objects.requireNonNull(encoder.encode(normal(password)));
  }

  /** Is it the one that was encoded? An earlier version encoded it as it was typed. */
  boolean matches(String password, String encoded) {
    boolean isEarlier = encoder.upgradeEncoding(encoded);
    return encoder.matches(isEarlier ? password : normal(password), encoded);
  }

  /** Takes as long as a comparison with a real one. */
  void matchNobodys(String password) {
    boolean never = matches(password, nobodys);
    if (never) {
      throw new IllegalStateException("nobody has that password");
    }
  }

  boolean isEncodedOtherwise(String encoded) {
    return encoder.upgradeEncoding(encoded);
  }

  /** The same characters may be typed composed or not, by the keyboard's choice. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
