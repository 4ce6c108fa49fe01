package medic.query.audit.timeline;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import medic.events.id.PatientId;
import medic.http.Access;
import medic.http.AccessLog;
import medic.http.Caller;
import medic.http.MayAnswer;
import medic.http.Role;
import medic.query.audit.proofs.InclusionView;
import medic.query.audit.proofs.LogQuestions;
import medic.query.audit.proofs.Proofs;
import medic.query.processing.CatchingUp;
import medic.query.processing.ReadModel;
import org.springframework.http.HttpStatus;
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
  private final CatchingUp catchingUp;
  private final AccessLog accessLog;

  AuditProofEndpoint(
      Proofs proofs,
      LogQuestions log,
      TimelineQueries timeline,
      CatchingUp catchingUp,
      AccessLog accessLog) {
    this.proofs = proofs;
    this.log = log;
    this.timeline = timeline;
    this.catchingUp = catchingUp;
    this.accessLog = accessLog;
  }

  @MayAnswer(HttpStatus.NOT_FOUND)
  @GetMapping("/api/audit/proof")
  @Access({Role.ADMIN, Role.AUDITOR})
  InclusionView proof(@RequestParam String eventId, Caller caller) {
    InclusionView proof = proofs.inclusion(eventId);
    accessLog.logRead(caller, "eventId=" + proof.eventId(), concernedBy(proof.position()));
    return proof;
  }

  /** The timeline knows whom an event concerns, and is waited for: it is seen by them. */
  private Set<PatientId> concernedBy(long position) {
    catchingUp.await(position, TimelineProjection.GROUP);
    List<AuditEventView> told =
        log.ask((reader, connection) -> timeline.at(connection, List.of(position)));
    return told.stream().flatMap(AuditEventView::patients).collect(Collectors.toSet());
  }
}
