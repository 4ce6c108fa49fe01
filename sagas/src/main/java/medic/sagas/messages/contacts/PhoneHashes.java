package medic.sagas.messages.contacts;

import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Keyed hashes of phone numbers: they find a patient, and tell nothing without the secret. */
@Component
public final class PhoneHashes {

  private final SagaSecret secret;

  public PhoneHashes(SagaSecret secret) {
    this.secret = secret;
  }

  /** The hash of a number in E.164. */
  public String hash(String e164) {
    return HexFormat.of().formatHex(secret.sign("phone", e164));
  }
}
