package medic.booking.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import medic.http.Caller;
import medic.personal.KeyedHashes;
import medic.personal.PatientKeys;
import org.springframework.stereotype.Component;

/**
 * What is stored of a client's idempotency key: enough to know it again from the same caller. A
 * client may have put anything into it, a patient's name too, and events are kept for good: so it
 * is a hash under a key of ours, by which nobody can try what it may have been.
 */
@Component
class RequestKeys {

  private static final int BYTES = 18;

  private final KeyedHashes hashes;

  RequestKeys(PatientKeys keys) {
    this.hashes = new KeyedHashes(keys);
  }

  /** By which a request is known again. */
  String digest(String key, Caller caller) {
    byte[] hash = hashes.of("idempotency-key", named(key, caller));
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
  }

  /** The id of what a request creates: the same for the same (RFC 9562, version 8). */
  UUID id(String key, Caller caller) {
    ByteBuffer hash = ByteBuffer.wrap(hashes.of("idempotency-id", named(key, caller)));
    return new UUID(hash.getLong() & ~0xF000L | 0x8000L, Ids.variant(hash.getLong()));
  }

  private static String named(String key, Caller caller) {
    return caller.role() + "\n" + caller.actorId() + "\n" + key;
  }
}
