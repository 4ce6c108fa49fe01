package medic.query.audit.proofs;

import java.time.Instant;
import java.util.List;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Role;
import medic.log.store.Finding;
import medic.log.store.IntegrityReports;
import medic.log.store.IntegrityReports.Examination;
import medic.query.audit.proofs.IntegrityView.Status;
import medic.query.processing.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/audit/checkpoint}, {@code consistency} and {@code integrity}. */
@RestController
@ReadModel({}) // the log is asked as it stands
class ProofEndpoint {

  private final SignedTreeHeads heads;
  private final Proofs proofs;
  private final LogQuestions log;

  ProofEndpoint(SignedTreeHeads heads, Proofs proofs, LogQuestions log) {
    this.heads = heads;
    this.proofs = proofs;
    this.log = log;
  }

  @GetMapping("/api/audit/checkpoint")
  @Access({Role.ADMIN, Role.AUDITOR})
  CheckpointView checkpoint() {
    return heads
        .latest()
        .or(heads::fresh)
        .map(heads::view)
        .orElseThrow(() -> ApiException.notFound("checkpoint yet"));
  }

  /** Signs all that is committed now. */
  @PostMapping("/api/audit/checkpoint")
  @Access(Role.ADMIN)
  CheckpointView sign() {
    if (heads.keeping().checkpoint().isEmpty()) {
      throw new ApiException(
          HttpStatus.CONFLICT,
          "NOT_SIGNED",
          "The log is empty, or not as it was signed: see /api/audit/integrity.");
    }
    return checkpoint();
  }

  @GetMapping("/api/audit/consistency")
  @Access({Role.ADMIN, Role.AUDITOR})
  ConsistencyView consistency(@RequestParam long from, @RequestParam @Nullable Long to) {
    return proofs.consistency(from, to);
  }

  @GetMapping("/api/audit/integrity")
  @Access({Role.ADMIN, Role.AUDITOR})
  IntegrityView integrity() {
    return log.ask(
        (reader, connection) ->
            view(
                IntegrityReports.standing(connection),
                reader.size(),
                reader.latestHead().map(heads::view).orElse(null)));
  }

  /** Goes through the whole log soon; the answer is at the same address. */
  @PostMapping("/api/audit/integrity")
  @Access(Role.ADMIN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void examine() {
    heads.keeping().examineSoon();
  }

  private static IntegrityView view(
      List<Examination> standing, long size, @Nullable CheckpointView checkpoint) {
    List<Finding> findings =
        standing.stream().flatMap(one -> one.findings().stream()).distinct().toList();
    @Nullable Examination whole =
        standing.stream().filter(Examination::whole).findFirst().orElse(null);
    @Nullable Instant examinedAt = whole == null ? null : whole.examinedAt();
    Status status = whole == null ? Status.UNKNOWN : Status.INTACT;
    return new IntegrityView(
        findings.isEmpty() ? status : Status.TAMPERED,
        examinedAt,
        whole == null ? 0 : whole.size(),
        size,
        checkpoint,
        findings);
  }
}
