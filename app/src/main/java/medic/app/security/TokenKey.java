package medic.app.security;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.personal.SecretFile;
import org.springframework.core.env.Environment;

/** The secret that signs our own tokens: shared by all processes of one data directory. */
final class TokenKey {

  private static final int MIN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TokenKey() {}

  static SecretKey of(Environment environment) {
    Path file = Settings.keyDirectory(environment).resolve("jwt.key");
    byte[] secret =
        Settings.MEDIC_JWT_SECRET
            .find(environment)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .orElseGet(() -> inFile(file));
    if (secret.length < MIN_BYTES) {
      throw new StartRefused(
          Settings.MEDIC_JWT_SECRET.orFile(environment, file)
              + " must have at least "
              + MIN_BYTES
              + " bytes.");
    }
    return new SecretKeySpec(secret, "HmacSHA256");
  }

  private static byte[] inFile(Path file) {
    return SecretFile.readOrCreate(file, TokenKey::random);
  }

  private static byte[] random() {
    byte[] key = new byte[MIN_BYTES];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encode(key);
  }
}
