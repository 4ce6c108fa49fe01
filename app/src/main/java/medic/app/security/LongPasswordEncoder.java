package medic.app.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt over SHA-384 in Base64, which are 64 of the 72 bytes that bcrypt looks at: so the last
 * character counts as the first does. What is hashed begins with a text of our own, so that lists
 * of others' plain hashes cannot be tried against ours.
 */
final class LongPasswordEncoder implements PasswordEncoder {

  private static final String PURPOSE = "medic/password/1\n";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return bcrypt.encode(digest(password));
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
    return bcrypt.matches(digest(password), encoded);
  }

  private static String digest(@Nullable CharSequence password) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-384")
              .digest((PURPOSE + password).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java runtime cannot do SHA-384", missing);
    }
  }
}
