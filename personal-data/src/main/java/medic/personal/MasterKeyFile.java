package medic.personal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The master key in a file that only its owner may read, made with a new key when absent. All
 * processes that use it share the file.
 */
public final class MasterKeyFile implements MasterKeys {

  private final Path file;
  private volatile MasterKey current;

  public MasterKeyFile(Path file) {
    this.file = file;
    this.current = MasterKey.ofKeyset(keyset());
  }

  @Override
  public MasterKey current() {
    return current;
  }

  @Override
  public MasterKey refreshed() {
    current = MasterKey.ofKeyset(keyset());
    return current;
  }

  /** The keyset, in JSON, in clear. */
  String keyset() {
    byte[] json =
        SecretFile.readOrCreate(file, () -> MasterKey.newKeyset().getBytes(StandardCharsets.UTF_8));
    return new String(json, StandardCharsets.UTF_8);
  }

  /** Puts another keyset in place of the one there: readers see the one or the other. */
  void replace(String keyset) {
    SecretFile.replace(file, keyset.getBytes(StandardCharsets.UTF_8));
    current = MasterKey.ofKeyset(keyset);
  }
}
