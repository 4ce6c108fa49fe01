package medic.app.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.log.note.SigningKey;
import medic.personal.SecretFile;
import org.springframework.core.env.Environment;

/** The key that signs the log: given, or made once and kept in a file outside the database. */
public final class LogKey {

  /** Holds the public half, for whoever verifies on this machine. */
  public static final String PUBLIC_FILE = "log.pub";

  private LogKey() {}

  static SigningKey of(Environment environment, RandomGenerator random) {
    Path directory = Settings.keyDirectory(environment);
    try {
      SigningKey key =
          SigningKey.parse(
              Settings.MEDIC_LOG_KEY
                  .find(environment)
                  .orElseGet(() -> inFile(directory.resolve("log.key"), random)));
      tell(key, directory);
      return key;
    } catch (IllegalArgumentException unusable) {
      throw new StartRefused(
          Settings.MEDIC_LOG_KEY.orFile(environment, directory.resolve("log.key"))
              + ": "
              + unusable.getMessage()
              + ".");
    }
  }

  private static String inFile(Path file, RandomGenerator random) {
    byte[] secret =
        SecretFile.readOrCreate(
            file, () -> SigningKey.generate(random).secret().getBytes(StandardCharsets.UTF_8));
    return new String(secret, StandardCharsets.UTF_8);
  }

  private static void tell(SigningKey key, Path directory) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(PUBLIC_FILE), key.verifier() + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
