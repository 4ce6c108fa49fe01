package medic.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
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
      return new MasterKey(handle(json).getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException notAKeyset) {
      throw new IllegalArgumentException("the master key is not a Tink AEAD keyset in JSON");
    }
  }

  /** A new keyset, in JSON, in clear. */
  public static String newKeyset() {
    return made(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
  }

  /** The keyset with a new key that wraps from now on; what the others wrapped can be unwrapped. */
  public static String extended(String keyset) {
    return made(
        () ->
            KeysetHandle.newBuilder(handle(keyset))
                .addEntry(
                    KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
  }

  /** The keyset with nothing but the key that wraps. */
  public static String newestOf(String keyset) {
    return made(
        () -> {
          KeysetHandle.Entry newest = handle(keyset).getPrimary();
          return KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.importKey(newest.getKey()).withFixedId(newest.getId()).makePrimary())
              .build();
        });
  }

  private interface Making {
    KeysetHandle make() throws GeneralSecurityException;
  }

  private static String made(Making keyset) {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          keyset.make(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Tink cannot make an AES-256-GCM keyset", impossible);
    }
  }

  private static KeysetHandle handle(String keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
  }

  /** The same key, wrapped by the newest. */
  byte[] rewrapped(UUID subject, byte[] wrapped) {
    return taken(subject, this, wrapped);
  }

  /** The same key, wrapped by this one instead of another. */
  byte[] taken(UUID subject, MasterKey from, byte[] wrapped) {
    return wrap(subject, from.unwrap(subject, wrapped).getEncoded());
  }

  /** Whether it was this that wrapped a key. */
  boolean wraps(UUID subject, byte[] wrapped) {
    try {
      unwrap(subject, wrapped);
      return true;
    } catch (WrongMasterKeyException another) {
      return false;
    }
  }

  byte[] newWrappedKey(UUID subject) {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return wrap(subject, key);
  }

  private byte[] wrap(UUID subject, byte[] key) {
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
