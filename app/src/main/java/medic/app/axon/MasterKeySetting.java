package medic.app.axon;

import java.nio.file.Path;
import java.util.Optional;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.personal.MasterKey;
import medic.personal.MasterKeyFile;
import org.springframework.core.env.Environment;

/** Master keys as the environment names them. */
public final class MasterKeySetting {

  private MasterKeySetting() {}

  /**
   * The keyset that a variable holds, when it is set.
   *
   * @throws StartRefused when it holds something else; the message does not quote it
   */
  public static Optional<MasterKey> given(Settings variable, Environment environment) {
    return variable
        .find(environment)
        .map(
            keyset -> {
              try {
                return MasterKey.ofKeyset(keyset);
              } catch (IllegalArgumentException notAKeyset) {
                throw new StartRefused(
                    variable.name()
                        + " is not a Tink AEAD keyset in JSON: ./medic new-master-key prints one.");
              }
            });
  }

  /** The file that is used where the environment gives no key; made when absent. */
  public static MasterKeyFile file(Environment environment) {
    Path file = Settings.keyDirectory(environment).resolve("master.json");
    try {
      return new MasterKeyFile(file);
    } catch (IllegalArgumentException notAKeyset) {
      throw new StartRefused(file + " is not a Tink AEAD keyset in JSON: restore it.");
    }
  }
}
