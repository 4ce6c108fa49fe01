package medic.query.audit.proofs;

import java.time.Instant;
import java.util.List;
import medic.log.store.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What looking through the log found.
 *
 * @param status INTACT, TAMPERED, or UNKNOWN before the first time
 * @param examinedAt when the whole log was last gone through
 * @param examinedSize how many leaves that were
 * @param size leaves there are now
 * @param checkpoint the last signed head
 */
public record IntegrityView(
    Status status,
    @Nullable Instant examinedAt,
    long examinedSize,
    long size,
    @Nullable CheckpointView checkpoint,
    List<Finding> findings) {

  /** Whether all is as it was signed. */
  public enum Status {
    INTACT,
    TAMPERED,
    UNKNOWN
  }
}
