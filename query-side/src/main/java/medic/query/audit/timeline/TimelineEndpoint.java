package medic.query.audit.timeline;

import medic.events.id.AppointmentId;
import medic.http.Access;
import medic.http.Access.Own;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Role;
import medic.query.processing.ReadModel;
import medic.query.web.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/appointments/{appointmentId}/timeline}. */
@RestController
@ReadModel(TimelineProjection.GROUP)
class TimelineEndpoint {

  private final Questions questions;

  TimelineEndpoint(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/appointments/{appointmentId}/timeline")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT},
      own = Own.DECIDED_INSIDE)
  TimelineView timeline(@PathVariable AppointmentId appointmentId, Caller caller) {
    return questions
        .askForOne(new FindTimeline(appointmentId), TimelineView.class)
        .filter(found -> caller.mayRead(found.doctorId(), found.patientId()))
        .orElseThrow(() -> ApiException.notFound("appointment"));
  }
}
