package medic.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The Tink keyset that wraps every subject's key. It is kept apart from the database. */
public final class MasterKey {

  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Aead aead;

  private MasterKey(Aead aead) {
    this.aead = aead;
  }

  /**
   * Reads a Tink keyset in JSON.
   *
   * @throws IllegalArgumentException when it is none; the message does not quote it
   */
  public static MasterKey ofKeyset(String json) {
    try {
      AeadConfig.register();
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
      return new MasterKey(handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException notAKeyset) {
      throw new IllegalArgumentException("the master key is not a Tink AEAD keyset in JSON");
    }
  }

  /** Reads the keyset from a file that only its owner may read, made with a new key when absent. */
  public static MasterKey inFile(Path file) {
    byte[] json = SecretFile.readOrCreate(file, () -> newKeyset().getBytes(StandardCharsets.UTF_8));
    return ofKeyset(new String(json, StandardCharsets.UTF_8));
  }

  /** A new keyset, in JSON, in clear. */
  public static String newKeyset() {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Tink cannot make an AES-256-GCM keyset", impossible);
    }
  }

  byte[] newWrappedKey(UUID subject) {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    try {
      return aead.encrypt(key, bound(subject));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("cannot wrap a key", failure);
    }
  }

  SecretKey unwrap(UUID subject, byte[] wrapped) {
    try {
      return new SecretKeySpec(aead.decrypt(wrapped, bound(subject)), "AES");
    } catch (GeneralSecurityException failure) {
      throw new WrongMasterKeyException(failure);
    }
  }

  private static byte[] bound(UUID subject) {
    return subject.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
