package medic.log.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import java.util.List;
import medic.log.store.LogEntry;
import medic.log.tree.Hash;
import medic.log.tree.InclusionProof;
import org.jspecify.annotations.Nullable;

/**
 * What an exported entry carries so that it can be checked: its leaf and the way from there to the
 * checkpoint's root.
 *
 * @param index the leaf's place in the log
 * @param hash as it was logged, in base64
 * @param leaf what is stored now, in base64: see {@link medic.log.event.StoredEvent#leaf}; absent
 *     when the event is gone
 * @param late present and true for an event that turned up where nothing could be appended any more
 * @param proof hashes from the leaf's neighbour upwards, in base64
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
    long index, String hash, @Nullable String leaf, @Nullable Boolean late, List<String> proof) {

  public static Evidence of(LogEntry entry, InclusionProof proof) {
    return new Evidence(
        entry.index(),
        entry.hash().base64(),
        entry.event() == null ? null : Base64.getEncoder().encodeToString(entry.event().leaf()),
        entry.late() ? true : null,
        proof.hashes().stream().map(Hash::base64).toList());
  }
}
