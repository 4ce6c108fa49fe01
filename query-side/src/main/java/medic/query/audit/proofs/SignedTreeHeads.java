package medic.query.audit.proofs;

import java.util.Optional;
import medic.http.ApiException;
import medic.log.note.Signer;
import medic.log.store.LogKeeping;
import medic.log.store.LogReader.Head;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The log's signed heads: the last one, or one that covers all there is. */
@Component
public final class SignedTreeHeads {

  private final LogQuestions log;
  private final ObjectProvider<LogKeeping> keeping;
  private final ObjectProvider<Signer> signer;

  SignedTreeHeads(
      LogQuestions log, ObjectProvider<LogKeeping> keeping, ObjectProvider<Signer> signer) {
    this.log = log;
    this.keeping = keeping;
    this.signer = signer;
  }

  /** Signs what is committed where this process may, and answers the last head. */
  public Optional<Head> fresh() {
    keeping.ifAvailable(LogKeeping::checkpoint);
    return latest();
  }

  public Optional<Head> latest() {
    return log.ask((reader, connection) -> reader.latestHead());
  }

  /** Whoever signs here; absent where nothing is logged. */
  public Optional<Signer> signer() {
    return Optional.ofNullable(signer.getIfAvailable());
  }

  CheckpointView view(Head head) {
    return CheckpointView.of(head, key());
  }

  private @Nullable String key() {
    return signer().map(one -> one.verifier().toString()).orElse(null);
  }

  LogKeeping keeping() {
    LogKeeping here = keeping.getIfAvailable();
    if (here == null) {
      throw new ApiException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "LOG_KEPT_ELSEWHERE",
          "This process does not append to the log: ask the one that has MEDIC_DB_LOG_USER.");
    }
    return here;
  }
}
