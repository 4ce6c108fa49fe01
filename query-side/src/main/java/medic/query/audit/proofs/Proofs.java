package medic.query.audit.proofs;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import medic.http.ApiException;
import medic.log.note.Checkpoint;
import medic.log.note.TlogProof;
import medic.log.store.LogEntry;
import medic.log.store.LogReader;
import medic.log.store.LogReader.Head;
import medic.log.tree.Hash;
import medic.log.tree.InclusionProof;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves that an event is in the log, and that the log only grew. */
@Component
public class Proofs {

  private final LogQuestions log;
  private final SignedTreeHeads heads;

  Proofs(LogQuestions log, SignedTreeHeads heads) {
    this.log = log;
    this.heads = heads;
  }

  /** Under the last head; an event that is newer than that gets one of its own. */
  public InclusionView inclusion(String eventId) {
    return under(heads.latest(), eventId)
        .or(() -> under(heads.fresh(), eventId))
        .orElseThrow(() -> ApiException.notFound("event in the log"));
  }

  private Optional<InclusionView> under(Optional<Head> head, String eventId) {
    return head.flatMap(
        covering ->
            log.ask(
                (reader, connection) ->
                    reader
                        .find(eventId)
                        .filter(entry -> entry.index() < covering.size())
                        .map(entry -> view(reader, entry, covering, eventId))));
  }

  private InclusionView view(LogReader reader, LogEntry entry, Head head, String eventId) {
    InclusionProof proof = reader.inclusion(entry.index(), head.size());
    byte[] leaf = entry.event() == null ? new byte[0] : entry.event().leaf();
    Checkpoint checkpoint = new Checkpoint("", head.size(), head.root());
    return new InclusionView(
        eventId,
        entry.position(),
        entry.index(),
        Base64.getEncoder().encodeToString(leaf),
        entry.hash().base64(),
        texts(proof.hashes()),
        heads.view(head),
        new TlogProof(proof, new Checkpoint.Signed(checkpoint, head.note())).toString());
  }

  /** Between two sizes; without the newer one, to the last head. */
  ConsistencyView consistency(long from, @Nullable Long to) {
    return log.ask(
        (reader, connection) -> {
          long newer = to == null ? newest(reader) : to;
          if (newer < 0 || newer > reader.size()) {
            throw outOfRange("to", "The log has " + reader.size() + " leaves.");
          }
          if (from < 0 || from > newer) {
            throw outOfRange("from", "Ask for a size from 0 to " + newer + ".");
          }
          return new ConsistencyView(
              from,
              reader.root(from).base64(),
              newer,
              reader.root(newer).base64(),
              texts(reader.consistency(from, newer).hashes()));
        });
  }

  private static long newest(LogReader reader) throws java.sql.SQLException {
    return reader.latestHead().map(Head::size).orElse(0L);
  }

  private static ApiException outOfRange(String field, String message) {
    return ApiException.badField(field, "OUT_OF_RANGE", message);
  }

  private static List<String> texts(List<Hash> hashes) {
    return hashes.stream().map(Hash::base64).toList();
  }
}
