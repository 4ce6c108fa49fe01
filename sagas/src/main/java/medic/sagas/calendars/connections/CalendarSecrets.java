package medic.sagas.calendars.connections;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals what lets us into remote calendars before it is stored, bound to where it is stored, so
 * that nothing can be moved from one connection to another.
 */
public final class CalendarSecrets {

  private final Aead aead;

  /**
   * @param keyset a Tink AEAD keyset in JSON
   * @throws IllegalArgumentException when it is none; the message does not quote it
   */
  public CalendarSecrets(String keyset) {
    try {
      AeadConfig.register();
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
      this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException notAKeyset) {
      throw new IllegalArgumentException("the calendar key is not a Tink AEAD keyset in JSON");
    }
  }

  byte[] seal(String secret, String place) {
    try {
      return aead.encrypt(
          secret.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("cannot seal a secret", failure);
    }
  }

  /**
   * @throws IllegalStateException under another key, or when it was stored elsewhere
   */
  String open(byte[] sealed, String place) {
    try {
      return new String(
          aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a calendar's secret is sealed under another key", failure);
    }
  }
}
