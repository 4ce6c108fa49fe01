package medic.query.audit.proofs;

import java.time.Instant;
import medic.log.store.LogReader.Head;
import org.jspecify.annotations.Nullable;

/**
 * A signed head of the log.
 *
 * @param size leaves under it
 * @param rootHash in base64
 * @param note the C2SP signed note itself
 * @param key the public key to check it with; to be compared with one that was had another way
 */
public record CheckpointView(
    long size, String rootHash, Instant signedAt, String note, @Nullable String key) {

  static CheckpointView of(Head head, @Nullable String key) {
    return new CheckpointView(head.size(), head.root().base64(), head.signedAt(), head.note(), key);
  }
}
