package medic.query.timeline;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import medic.events.id.PatientId;
import medic.http.Access;
import medic.http.AccessLog;
import medic.http.Caller;
import medic.http.Role;
import medic.query.ReadModel;
import medic.query.proofs.InclusionView;
import medic.query.proofs.LogQuestions;
import medic.query.proofs.Proofs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit/proof}: it shows a whole event, and so is a read of the log. */
@RestController
@ReadModel(TimelineProjection.GROUP)
class AuditProofEndpoint {

  private final Proofs proofs;
  private final LogQuestions log;
  private final TimelineQueries timeline;
  private final AccessLog accessLog;

  AuditProofEndpoint(
      Proofs proofs, LogQuestions log, TimelineQueries timeline, AccessLog accessLog) {
    this.proofs = proofs;
    this.log = log;
    this.timeline = timeline;
    this.accessLog = accessLog;
  }

  @GetMapping("/api/audit/proof")
  @Access({Role.ADMIN, Role.AUDITOR})
  InclusionView proof(@RequestParam String eventId, Caller caller) {
    InclusionView proof = proofs.inclusion(eventId);
    accessLog.logRead(caller, "eventId=" + proof.eventId(), concernedBy(proof.position()));
    return proof;
  }

  private Set<PatientId> concernedBy(long position) {
    List<AuditEventView> told =
        log.ask((reader, connection) -> timeline.at(connection, List.of(position)));
    return told.stream().flatMap(AuditEventView::patients).collect(Collectors.toSet());
  }
}
