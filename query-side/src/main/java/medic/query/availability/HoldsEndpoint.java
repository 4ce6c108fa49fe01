package medic.query.availability;

import medic.http.Access;
import medic.http.Caller;
import medic.http.Role;
import medic.query.processing.ReadModel;
import medic.query.web.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller holds at present: an auditor nothing. */
@RestController
@ReadModel(AvailabilityProjection.GROUP)
class HoldsEndpoint {

  private final Questions questions;

  HoldsEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/holds")
  @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
  HoldsView holds(Caller caller) {
    return questions.ask(new FindHolds(caller.asHolder()), HoldsView.class);
  }
}
